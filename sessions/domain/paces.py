"""Where each person is in a block: the stages it goes through, and who is at which. How many have finished, where it is no block."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from workshop.plans.model import Step, Workshop

from .dealt import Dealt
from .live_session import LiveSession


@dataclass(frozen=True)
class Stage:
    """What a room calls one thing: a step of the author's in a block made of several, else one part of the block."""

    title: str
    places: tuple[int, ...]


@dataclass(frozen=True)
class Progress:
    """How far the room is with the current run, in people. `at` counts, stage by stage of a block, those who are there and not further."""

    answered: int = 0
    expected: int = 0
    hands: int = 0
    at: tuple[int, ...] = ()


def stages_of(plan: Workshop, step: Step) -> tuple[Stage, ...]:
    """Return the block's stages in order; none where the step is no block."""
    if not step.is_block or not step.is_answerable:
        return ()
    if step.covers:
        return tuple(Stage(plan.step(step_id).title, _places(step, step_id)) for step_id in step.covers)
    return tuple(Stage(f"{'Question' if part.exercise.is_answerable else 'Page'} {place + 1}", (place,)) for place, part in enumerate(step.parts))


def stage_at(stages: Collection[Stage], done: Collection[int]) -> int | None:
    """Return the place of the first stage with something left to do, given the parts that somebody has done; None once all is done."""
    return next((number for number, stage in enumerate(stages) if not set(stage.places) <= set(done)), None)


def progress_of(live: LiveSession, there: Collection[int], done: Mapping[int, Collection[int]], hands: int, dealt: Dealt | None = None) -> Progress:
    """Count people: who did every part, out of `there`, the ids of those who are in the room with a phone. `done` gives each person's parts.

    Where what is dealt out asks only some, those are expected while the step is open, and nobody more once it is closed.
    """
    step = live.step
    if step is None or not step.to_do:
        return Progress()
    finished = {person_id for person_id, places in done.items() if step.to_do.issubset(places)}
    asks_some = any(part.exercise.dealing and part.exercise.dealing.asks for part in step.parts)
    expected = dealt.asked if dealt else () if asks_some else there
    stages = stages_of(live.plan, step)
    reached = [stage_at(stages, done.get(person_id, ())) for person_id in there if person_id not in finished] if stages else []
    return Progress(len(finished), len(finished.union(expected)), hands, tuple(reached.count(number) for number in range(len(stages))))


def _places(step: Step, step_id: str) -> tuple[int, ...]:
    return tuple(place for place, part in enumerate(step.parts) if part.of_step == step_id)
