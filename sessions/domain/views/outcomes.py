"""What came of the parts that are over, for one person: her own answer, its grade, what others gave her."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sessions.domain.live_session import LiveSession
from workshop.exercises.contract import Answer, Grade, Specification
from workshop.exercises.keeping import Keepsake
from workshop.plans.model import Step


@dataclass(frozen=True)
class OwnAnswer:
    """One person's answer to one part; `answer` None is a pass."""

    answer: Answer | None


@dataclass(frozen=True)
class Outcome:
    """One part once revealed, with one's own answer."""

    exercise: str
    specification: Specification
    own: OwnAnswer | None
    grade: Grade | None
    is_asked_of_all: bool = True
    """False where a deal asks only some: who gave no answer may not have been asked."""
    received: tuple[Keepsake, ...] = ()
    """What others gave to this person."""
    pocket: str = ""
    """Under what the phone keeps what never leaves it; empty for most types."""


def outcomes_of(step: Step, own: Mapping[int, OwnAnswer], received: tuple[Keepsake, ...]) -> tuple[Outcome, ...]:
    return tuple(_outcome(step, place, own.get(place), received) for place, part in enumerate(step.parts) if part.exercise.is_answerable)


def pocket_of(step: Step, place: int) -> str:
    """Return under what a phone keeps what never leaves it, of that part of a step: the same in every round. Empty for most types."""
    return f"{step.id}.{place}" if step.parts[place].exercise.stays_on_phone else ""


def recalled_in(live: LiveSession, own_of: Callable[[str], Mapping[int, OwnAnswer]]) -> tuple[Outcome, ...]:
    """Return the parts of which something stays on the phone, once each in the order of the plan.

    Each comes with this person's last answer, in whichever round; a pass takes nothing back.

    `own_of(run_id)` gives her answers of a run.
    """
    recalled = []
    for step in live.plan.steps:
        staying = [place for place, part in enumerate(step.parts) if part.exercise.stays_on_phone]
        rounds = [own_of(run.id) for run in sorted(live.runs, key=lambda run: run.round) if run.step_id == step.id] if staying else []
        for place in staying if rounds else ():
            answers = [own[place] for own in rounds if place in own and own[place].answer]
            recalled.append(_outcome(step, place, answers[-1] if answers else None, ()))
    return tuple(recalled)


def _outcome(step: Step, place: int, own: OwnAnswer | None, received: tuple[Keepsake, ...]) -> Outcome:
    part = step.parts[place]
    graded = part.exercise.grade(part.spec, own.answer) if own and own.answer and part.exercise.grade else None
    dealing = part.exercise.dealing
    is_asked_of_all = dealing is None or dealing.asks is None
    return Outcome(part.type, part.spec, own, graded, is_asked_of_all, received=received if dealing else (), pocket=pocket_of(step, place))
