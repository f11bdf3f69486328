"""The counsellors of one organisation: who they are, one more, one less, a new password."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshop.errors import NotFound, Refused

from .access import counsellors_seen_from
from .addresses import one_way
from .tables import Counsellor


def team_of(session: Session, organisation_id: int) -> list[Counsellor]:
    return list(session.scalars(counsellors_seen_from(organisation_id).order_by(func.lower(Counsellor.name), Counsellor.id)))


def add_counsellor(session: Session, organisation_id: int, name: str, email: str, password_hash: str, now: datetime) -> Counsellor:
    """Return the new colleague; raises Refused where the address has an account."""
    counsellor = Counsellor(organisation_id=organisation_id, name=name, email=one_way(email), password_hash=password_hash, created_at=now)
    session.add(counsellor)
    try:
        session.flush()
    except IntegrityError as error:
        raise Refused("Cette adresse a déjà un compte. Vérifiez l’adresse, ou demandez à la personne de se connecter.") from error
    return counsellor


def remove_counsellor(session: Session, asking: Counsellor, counsellor_id: int) -> str:
    """Close a colleague's account and return the name; what that person ran stays. Raises NotFound, or Refused for one's own account."""
    if counsellor_id == asking.id:
        raise Refused("Vous ne pouvez pas retirer votre propre compte. Demandez à une autre personne de l’équipe.")
    counsellor = session.scalar(counsellors_seen_from(asking.organisation_id).where(Counsellor.id == counsellor_id))
    if counsellor is None:
        raise NotFound("Cette personne n’est plus dans l’équipe. Rechargez la page.")
    session.delete(counsellor)
    return counsellor.name


def set_password(session: Session, email: str, password_hash: str) -> bool:
    """Replace the password of that address; return False where nobody has it."""
    counsellor = session.scalar(select(Counsellor).where(Counsellor.email == one_way(email)))
    if counsellor is not None:
        counsellor.password_hash = password_hash
    return counsellor is not None
