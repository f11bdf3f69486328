"""From the database to the report's material."""

from dataclasses import dataclass
from datetime import datetime

from sessions.domain.live_session import LiveSession, StepRun
from sessions.domain.people import Kind
from sessions.domain.people import Participant as Person
from sessions.domain.results import PartAnswers
from sessions.domain.team_play import told_by_team
from sessions.services.dealing import teams_of
from sessions.services.ports import LiveHead, Reads
from workshop.plans.model import Part

from .material import Participant, PlayedPart, ReportMaterial, Run
from .unfolding import unfolded


@dataclass(frozen=True)
class About:
    """What the office knows of a session: names that the room itself never sees."""

    organisation: str = ""
    programme: str = ""
    cohort: str = ""
    headcount: int | None = None
    facilitators: tuple[str, ...] = ()


def material_of(
    reads: Reads, live: LiveSession, head: LiveHead, about: About, modules_by_goal: dict[str, str], now: datetime
) -> ReportMaterial:
    """Return all that the report is made from; a session still running is reported as it stands now."""
    started_at = live.started_at or head.created_at
    plan, runs = unfolded(live.plan, [_run(reads, live, run) for run in live.runs])
    return ReportMaterial(
        workshop=plan,
        started_at=started_at,
        # never before the start, even where the server's clock was set back meanwhile: both hours are printed
        ended_at=max(started_at, live.ended_at or now),
        participants=tuple(_participant(person, head.is_rehearsal) for person in reads.people.everyone(live.id)),
        runs=runs,
        organisation=about.organisation,
        programme=about.programme,
        cohort=about.cohort,
        headcount=about.headcount,
        facilitators=about.facilitators,
        is_rehearsal=head.is_rehearsal,
        note=reads.lives.note(live.id),
        modules_by_goal=modules_by_goal,
    )


def _participant(person: Person, is_rehearsal: bool) -> Participant:
    return Participant(
        person.id, person.alias, person.joined_at, person.left_at,
        without_phone=person.kind is Kind.BY_HAND, removed=person.removed_at is not None, imagined=is_rehearsal,
    )  # fmt: skip


def _run(reads: Reads, live: LiveSession, run: StepRun) -> Run:
    step = live.plan.step(run.step_id)
    gathered = reads.answers.gathered(live, run.id)
    parts = tuple(_played(part, answers) for part, answers in zip(step.parts, gathered, strict=True))
    by_team = told_by_team(step, gathered, teams_of(reads, live, run)) if step.by_team else None
    return Run(run.step_id, run.round, run.state.value, run.opened_at, run.closed_at, parts, by_team)


def _played(part: Part, gathered: PartAnswers) -> PlayedPart:
    return PlayedPart(
        answers={person: answer for person, answer in gathered.answers.items() if answer is not None},
        # a page of a block that was read is kept like a pass, and is none
        passed=frozenset(person for person, answer in gathered.answers.items() if answer is None) if part.exercise.is_answerable else frozenset(),
        hands=gathered.hands,
        arrangement=part.exercise.Arrangement.model_validate(gathered.arrangement) if gathered.arrangement else None,
        is_hidden=gathered.is_hidden,
    )
