"""Small workshops for the room's tests, made of the samples that the types bring themselves."""

from workshop.exercises.registry import exercise_types, sample_of
from workshop.plans.model import Part, Step, Workshop


def part_of(name: str, **more) -> Part:
    exercise = exercise_types()[name]
    return Part(type=name, specification=sample_of(exercise).specification.model_dump(mode="json"), **more)


def step_of(name: str, step_id: str | None = None, **more) -> Step:
    return Step(id=step_id or name, title=f"Étape {step_id or name}", minutes=5, parts=(part_of(name),), **more)


def small_workshop() -> Workshop:
    """A question, a page to read, a block of two questions, a question with a timer."""
    return Workshop(
        id="petit-atelier",
        title="Petit atelier",
        minutes=20,
        steps=(
            step_of("choice", "question"),
            step_of("slide", "lecture"),
            Step(id="bloc", title="Deux questions", minutes=5, parts=(part_of("choice"), part_of("scale"))),
            step_of("choice", "chrono", timer_s=60),
        ),
    )
