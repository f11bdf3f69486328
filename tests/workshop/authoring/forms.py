"""What the tests of the author's form share: every type, and its sample as the form keeps it."""

from datetime import date

import pytest

from workshop.authoring.drafts import Draft, draft_of
from workshop.authoring.making import Made, make
from workshop.authoring.shaping import shape_of
from workshop.exercises.contract import ExerciseType, Specification
from workshop.exercises.registry import exercise_type, exercise_types, sample_of
from workshop.plans.facts import Fact
from workshop.typography import french

each_type = pytest.mark.parametrize("exercise", list(exercise_types().values()), ids=lambda exercise: exercise.name)


def as_json(exercise: ExerciseType) -> dict:
    return sample_of(exercise).specification.model_dump(mode="json")


def typeset(value):
    """Return the data with French typography in every text, as the form and the reader of files set it."""
    if isinstance(value, dict):
        return {key: typeset(one) for key, one in value.items()}
    if isinstance(value, list):
        return [typeset(one) for one in value]
    return french(value) if isinstance(value, str) else value


def sample(exercise: ExerciseType) -> Specification:
    return exercise.Specification.model_validate(typeset(as_json(exercise)))


FACTS = {
    name: Fact(id=name, label=f"Fait {name}", value=value, unit=unit, source={"label": f"Source {name}"}, valid_as_of=date(2026, 6, 1), volatility="stable")
    for name, value, unit in (("smic", 12.31, "€"), ("jours", 60, "jours"), ("site", "un site", ""))
}


def draft_of_the_sample(name: str) -> Draft:
    """Return a type's sample as it stands in the form."""
    exercise = exercise_type(name)
    return draft_of(shape_of(exercise), as_json(exercise))


def made_of(name: str, **changes) -> Made:
    """Return what becomes of a type's sample with a few fields typed otherwise."""
    exercise = exercise_type(name)
    return make(exercise, shape_of(exercise), draft_of_the_sample(name) | changes, FACTS)
