"""One activity as a workshop of one step: to try it in a room, to preview it, to write it down."""

from collections.abc import Sequence

from workshop.exercises.contract import ExerciseType, Specification
from workshop.plans.model import Part, Step, Workshop
from workshop.plans.source import Source

STEP_MINUTES, WORKSHOP_MINUTES = 5, 5
NAME = "essai"
LONGEST_TITLE = 80


def trial_step(exercise: ExerciseType, specification: Specification, sources: Sequence[Source] = ()) -> Step:
    """Return the step. Free texts wait for the counsellor, as they should in a room; `sources` are those of the facts that are told."""
    part = Part(
        type=exercise.name, specification=specification.model_dump(mode="json"), approval=exercise.texts is not None, sources=tuple(sources)
    )  # fmt: skip
    return Step(id=NAME, title=exercise.label, minutes=STEP_MINUTES, parts=(part,))


def trial_workshop(exercise: ExerciseType, specification: Specification, sources: Sequence[Source] = ()) -> Workshop:
    title = f"Essai\u00a0: {exercise.label}"[:LONGEST_TITLE]
    return Workshop(id=NAME, title=title, minutes=WORKSHOP_MINUTES, steps=(trial_step(exercise, specification, sources),))
