"""The question that a counsellor types in the room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.plans.improvised import improvised_step
from workshop.plans.model import Step

LABELS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40)


def made(options, prompt="On fait une pause ?"):
    return improvised_step("eclair-1", prompt, options)


def labels(step):
    return [option.label for option in step.parts[0].spec.options]


def test_a_question_with_answers_is_a_step_that_can_be_played_and_revealed():
    step = made(["Oui", "Non"])

    assert (step.id, step.title, step.minutes, step.improvised) == ("eclair-1", "Question éclair", 2, True)
    assert step.parts[0].spec.prompt == "On fait une pause ?"
    assert labels(step) == ["Oui", "Non"]
    assert step.can_reveal
    assert step.parts[0].exercise.grade is None


def test_a_question_without_answers_lets_everybody_write():
    step = made([])

    assert step.parts[0].exercise.texts is not None
    assert step.parts[0].approval is False
    assert step.parts[0].spec.prompt == "On fait une pause ?"


def test_empty_lines_do_not_count_as_answers():
    assert labels(made(["Oui", "  ", "", " Non "])) == ["Oui", "Non"]
    assert made(["", " "]).parts[0].exercise.texts is not None


def test_the_same_answer_typed_twice_counts_once():
    assert labels(made(["Oui", "Non", "oui"])) == ["Oui", "Non"]


@pytest.mark.parametrize("options", [["Oui"], ["Oui", "oui "], ["", "Oui"]])
def test_one_answer_alone_is_refused_with_what_to_do(options):
    with pytest.raises(ValueError, match="Écrivez au moins deux réponses différentes, ou aucune") as refused:
        made(options)
    assert not isinstance(refused.value, ValidationError)


@pytest.mark.parametrize(("prompt", "options", "because"), [
    ("On fait une pause ?", [f"réponse {n}" for n in range(9)], "trop de réponses"),
    ("x" * 300, ["Oui", "Non"], "240 caractères"),
    ("x" * 300, [], "240 caractères"),
    ("On fait une pause ?", ["Oui", "y" * 200], "120 caractères"),
    ("?", ["Oui", "Non"], "question courte"),
])
def test_what_does_not_fit_is_refused_in_french(prompt, options, because):
    with pytest.raises(ValueError, match=because) as refused:
        made(options, prompt)
    assert not isinstance(refused.value, ValidationError)


@given(st.lists(LABELS, min_size=2, max_size=8, unique_by=str.casefold))
def test_any_two_to_eight_different_answers_make_a_step_that_survives_being_stored(options):
    step = made(options)

    assert labels(step) == options
    assert Step.model_validate(step.model_dump(mode="json")) == step
