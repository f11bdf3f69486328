"""What came of the parts that are over, for one person: her own answer, its grade, what others gave her."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sessions.domain.live_session import LiveSession
from workshop.exercises.contract import Answer, Grade, Specification
from workshop.exercises.keeping import Keepsake
from workshop.plans.model import Part


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


def outcomes_of(parts: Sequence[Part], own: Mapping[int, OwnAnswer], received: tuple[Keepsake, ...]) -> tuple[Outcome, ...]:
    return tuple(_outcome(part, own.get(place), received) for place, part in enumerate(parts) if part.exercise.is_answerable)


def recalled_in(live: LiveSession, own_of: Callable[[str], Mapping[int, OwnAnswer]]) -> tuple[Outcome, ...]:
    """Return the parts of which something stays on the phone, once each, as this person last answered, in whichever round; a pass takes nothing back.

    `own_of(run_id)` gives her answers of a run.
    """
    found: dict[tuple[str, int], tuple[Part, OwnAnswer | None]] = {}
    for run in live.runs:
        for place, part in enumerate(live.plan.step(run.step_id).parts):
            if part.exercise.stays_on_phone:
                own, before = own_of(run.id).get(place), found.get((run.step_id, place), (part, None))[1]
                found[run.step_id, place] = (part, own if own and own.answer else before)
    return tuple(_outcome(part, own, ()) for part, own in found.values())


def _outcome(part: Part, own: OwnAnswer | None, received: tuple[Keepsake, ...]) -> Outcome:
    graded = part.exercise.grade(part.spec, own.answer) if own and own.answer and part.exercise.grade else None
    dealing = part.exercise.dealing
    return Outcome(part.type, part.spec, own, graded, is_asked_of_all=dealing is None or dealing.asks is None, received=received if dealing else ())
