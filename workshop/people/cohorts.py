"""Groups: create, change, fill, archive, bring back. Every function is told from which organisation it is asked."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workshop.errors import NotFound, Refused

from .access import cohorts_seen_from, learners_seen_from
from .pasted_names import names_in
from .tables import Cohort, Learner

MAX_LEARNERS = 200


@dataclass(frozen=True)
class CohortCount:
    """A group and how many names are on its list."""

    cohort: Cohort
    named: int

    @property
    def expected(self) -> int:
        """How many people to expect in the room: the announced number, or the names where there are more."""
        return max(self.cohort.headcount, self.named)


def cohort_of(session: Session, organisation_id: int, cohort_id: int) -> Cohort | None:
    """Return the group if this organisation has it."""
    return session.scalar(cohorts_seen_from(organisation_id).where(Cohort.id == cohort_id))


def required_cohort(session: Session, organisation_id: int, cohort_id: int) -> Cohort:
    """Return the group; raises NotFound, in the same words whether it is another organisation's or nobody's."""
    cohort = cohort_of(session, organisation_id, cohort_id)
    if cohort is None:
        raise NotFound("Ce groupe n’existe pas. Revenez à la liste des groupes.")
    return cohort


def active_cohorts(session: Session, organisation_id: int) -> list[CohortCount]:
    """Return the groups in use, latest first, counted in the same query."""
    return _counted(session, cohorts_seen_from(organisation_id).where(Cohort.archived_at.is_(None)))


def archived_cohorts(session: Session, organisation_id: int) -> list[CohortCount]:
    return _counted(session, cohorts_seen_from(organisation_id).where(Cohort.archived_at.is_not(None)))


def learners_of(session: Session, cohort: Cohort) -> list[Learner]:
    return list(
        session.scalars(learners_seen_from(cohort.organisation_id).where(Learner.cohort_id == cohort.id).order_by(Learner.position))
    )


def create_cohort(session: Session, organisation_id: int, name: str, headcount: int, now: datetime) -> Cohort:
    """Return the new group; raises Refused where an active group has that name."""
    cohort = Cohort(organisation_id=organisation_id, name=name, headcount=headcount, created_at=now)
    session.add(cohort)
    _flush_name(session, name)
    return cohort


def change_cohort(session: Session, cohort: Cohort, name: str, headcount: int) -> None:
    """Give the group a name and an expected number; raises Refused where another active group has that name."""
    cohort.name, cohort.headcount = name, headcount
    _flush_name(session, name)


def archive_cohort(cohort: Cohort, now: datetime) -> None:
    cohort.archived_at = cohort.archived_at or now


def restore_cohort(session: Session, cohort: Cohort) -> None:
    """Put an archived group back in use; raises Refused where its name was taken meanwhile."""
    cohort.archived_at = None
    _flush_name(session, cohort.name)


def add_learners(session: Session, cohort: Cohort, pasted: str) -> list[Learner]:
    """Add the pasted names that the list does not have yet, and return them; raises Refused beyond 200 names."""
    present = learners_of(session, cohort)
    known = {learner.name.casefold() for learner in present}
    names = [name for name in names_in(pasted) if name.casefold() not in known]
    if len(present) + len(names) > MAX_LEARNERS:
        raise Refused(f"Un groupe compte {MAX_LEARNERS} noms au plus. Collez une liste plus courte.")
    after = max((learner.position for learner in present), default=0)
    added = [Learner(cohort_id=cohort.id, name=name, position=after + place) for place, name in enumerate(names, start=1)]
    session.add_all(added)
    session.flush()
    return added


def remove_learner(session: Session, cohort: Cohort, learner_id: int) -> str:
    """Take a name off the list and return it; raises NotFound."""
    learner = session.scalar(learners_seen_from(cohort.organisation_id).where(Learner.cohort_id == cohort.id, Learner.id == learner_id))
    if learner is None:
        raise NotFound("Ce nom n’est plus dans la liste du groupe. Rechargez la page.")
    session.delete(learner)
    return learner.name


def _counted(session: Session, cohorts) -> list[CohortCount]:
    named = select(func.count(Learner.id)).where(Learner.cohort_id == Cohort.id).correlate(Cohort).scalar_subquery()
    rows = session.execute(cohorts.add_columns(named).order_by(Cohort.created_at.desc(), Cohort.id.desc()))
    return [CohortCount(cohort, count) for cohort, count in rows]


def _flush_name(session: Session, name: str) -> None:
    try:
        session.flush()
    except IntegrityError as error:
        raise Refused(f"Vous avez déjà un groupe « {name} ». Donnez un autre nom.") from error
