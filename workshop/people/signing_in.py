"""Signing in: who has this address, and how many wrong passwords it had lately."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from .tables import Counsellor, SignInFailure

MAX_FAILURES = 5
WINDOW = timedelta(minutes=1)


def counsellor_with(session: Session, email: str) -> Counsellor | None:
    return session.scalar(select(Counsellor).where(Counsellor.email == email))


def must_wait(session: Session, email: str, now: datetime) -> bool:
    """Whether this address had five wrong passwords in the last minute. True for unknown addresses as well, so that nothing is learnt."""
    wanted = select(func.count()).where(SignInFailure.email == email, SignInFailure.failed_at > now - WINDOW)
    return (session.scalar(wanted) or 0) >= MAX_FAILURES


def note_failure(session: Session, email: str, now: datetime) -> SignInFailure:
    """Count one try, before the password is looked at, so that a burst counts whole; what is over a minute old goes."""
    session.execute(delete(SignInFailure).where(SignInFailure.failed_at <= now - WINDOW))
    failure = SignInFailure(email=email, failed_at=now)
    session.add(failure)
    return failure


def note_success(session: Session, counsellor_id: int, now: datetime) -> None:
    """Forget the wrong passwords of this address and write when its owner came."""
    counsellor = session.get_one(Counsellor, counsellor_id)
    counsellor.last_seen_at = now
    session.execute(delete(SignInFailure).where(SignInFailure.email == counsellor.email))
