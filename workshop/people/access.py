"""Who sees what: a counsellor sees her own organisation's people and nothing else.

Every query for people starts from one of these, so that a forgotten filter finds nothing instead of everything.
"""

from sqlalchemy import Select, select

from .tables import Cohort, Counsellor, Learner


def cohorts_seen_from(organisation_id: int) -> Select[tuple[Cohort]]:
    return select(Cohort).where(Cohort.organisation_id == organisation_id)


def learners_seen_from(organisation_id: int) -> Select[tuple[Learner]]:
    return select(Learner).join(Cohort, Learner.cohort_id == Cohort.id).where(Cohort.organisation_id == organisation_id)


def counsellors_seen_from(organisation_id: int) -> Select[tuple[Counsellor]]:
    return select(Counsellor).where(Counsellor.organisation_id == organisation_id)
