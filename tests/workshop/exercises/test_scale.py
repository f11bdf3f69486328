"""One statement, and how far it is true for each person."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer
from workshop.exercises.scale import EXERCISE
from workshop.figures import Bars, Spread, compared


def scale(steps=5, **fields):
    return EXERCISE.Specification.model_validate({"prompt": "Je me sens capable d’appeler.", "steps": steps, **fields})


def told(specification, *values):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [EXERCISE.Answer(value=value) for value in values]))


SCALES = st.sampled_from([3, 4, 5, 11]).map(scale)
SCALE_AND_VALUES = SCALES.flatmap(lambda spec: st.tuples(st.just(spec), st.lists(st.sampled_from(spec.values), max_size=40)))


@pytest.mark.parametrize(("raw", "because"), [
    ({"value": 0}, "n’existe pas ici"),
    ({"value": 6}, "n’existe pas ici"),
    ({"value": -1}, "ne va pas"),
    ({"value": 11}, "ne va pas"),
    ({"value": 10**30}, "ne va pas"),
    ({"value": 2.5}, "ne va pas"),
    ({"value": float("nan")}, "ne va pas"),
    ({"value": float("inf")}, "ne va pas"),
    ({"value": True}, "Choisis une marche"),
    ({"value": "beaucoup"}, "ne va pas"),
    ({"value": ""}, "ne va pas"),
    ({"value": None}, "ne va pas"),
    ({"value": [3]}, "ne va pas"),
    ({"value": {"value": 3}}, "ne va pas"),
    ({"value": 3, "name": "Léa"}, "ne va pas"),
    ({}, "manque"),
    ([3], "ne va pas"),
    (3, "ne va pas"),
])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, scale(), raw)


@pytest.mark.parametrize(("steps", "values"), [(3, [1, 2, 3]), (4, [1, 2, 3, 4]), (5, [1, 2, 3, 4, 5]), (11, list(range(11)))])
def test_every_step_can_be_answered_as_a_form_sends_it(steps, values):
    options = EXERCISE.public(scale(steps))["options"]

    assert [read_answer(EXERCISE, scale(steps), {"value": option["key"]}).value for option in options] == values


def test_zero_is_an_answer_only_on_the_scale_to_ten():
    assert read_answer(EXERCISE, scale(11), {"value": "0"}).value == 0

    with pytest.raises(AnswerRefused, match="n’existe pas ici"):
        read_answer(EXERCISE, scale(3), {"value": "0"})


@pytest.mark.parametrize(("fields", "because"), [
    ({"steps": 2}, "steps"),
    ({"steps": 6}, "steps"),
    ({"steps": 10}, "steps"),
    ({"steps": 3, "words": ["Non", "Oui"]}, "il faut 3 mots"),
    ({"steps": 11, "words": ["a", "b", "c"]}, "il faut 2 mots"),
    ({"steps": 3, "words": ["Non", "Oui", "Oui"]}, "le même mot"),
    ({"steps": 3, "words": ["Non", "", "Oui"]}, "words"),
])
def test_a_scale_that_cannot_be_drawn_is_refused_and_the_field_named(fields, because):
    with pytest.raises(ValidationError, match=because):
        scale(**fields)


@pytest.mark.parametrize("steps", [3, 4, 5])
def test_few_steps_have_a_word_and_a_face_each_and_hands_can_be_raised(steps):
    options = EXERCISE.public(scale(steps))["options"]
    hands = EXERCISE.hands(scale(steps))

    assert len({option["label"] for option in options}) == len({option["drawing"] for option in options}) == steps
    assert {key: hand.label for key, hand in hands.items()} == {option["key"]: option["label"] for option in options}
    assert all(EXERCISE.in_words(scale(steps), hand.answer) == hand.label for hand in hands.values())


def test_from_zero_to_ten_there_are_numbers_and_no_hands():
    assert [option["label"] for option in EXERCISE.public(scale(11))["options"]] == [str(value) for value in range(11)]
    assert EXERCISE.hands(scale(11)) == {}
    assert EXERCISE.in_words(scale(11), EXERCISE.Answer(value=7)) == "7 sur 10"


@pytest.mark.parametrize("steps", [3, 4, 5, 11])
def test_the_measure_goes_from_zero_to_ten_whatever_the_number_of_steps(steps):
    measures = [EXERCISE.measure(scale(steps), EXERCISE.Answer(value=value)) for value in scale(steps).values]

    assert (measures[0], measures[-1]) == (0, 10)
    assert measures == sorted(set(measures))


@pytest.mark.parametrize(("values", "sentence"), [
    ([], "Personne n’a encore répondu."),
    ([4], "Une seule réponse\u00a0: «\u00a0Plutôt oui\u00a0»."),
    ([5, 5, 5], "Tout le monde répond «\u00a0Tout à fait\u00a0»."),
    ([1, 4, 4, 5], "Le groupe se place autour de «\u00a0Plutôt oui\u00a0»."),
    ([2, 2, 4, 5], "Le groupe se place entre «\u00a0Plutôt non\u00a0» et «\u00a0Plutôt oui\u00a0»."),
])
def test_the_middle_of_the_room_is_told_in_words(values, sentence):
    assert told(scale(5), *values).sentence == sentence


@pytest.mark.parametrize(("values", "sentence"), [
    ([], "Personne n’a encore répondu."),
    ([0], "Une seule réponse\u00a0: 0 sur 10."),
    ([2, 3, 9], "Le groupe se place autour de 3 sur 10, du côté de «\u00a0Pas du tout\u00a0»."),
    ([6, 7], "Le groupe se place autour de 6,5 sur 10, du côté de «\u00a0Tout à fait\u00a0»."),
    ([0, 10], "Le groupe se place autour de 5 sur 10, entre «\u00a0Pas du tout\u00a0» et «\u00a0Tout à fait\u00a0»."),
])
def test_the_middle_of_a_room_from_zero_to_ten_is_told_with_its_side(values, sentence):
    assert told(scale(11), *values).sentence == sentence


def test_a_second_round_shows_the_first_beside_it():
    (bars,) = compared(told(scale(3), 3, 3, 2).figures, told(scale(3), 1, 2, 3).figures)
    (spread,) = compared(told(scale(11), 7, 8, 9).figures, told(scale(11), 3, 4, 5).figures)

    assert [(bar.before, bar.count) for bar in bars.bars] == [(1, 0), (1, 1), (1, 2)]
    assert (spread.before_median, spread.median) == (4, 8)


@given(SCALE_AND_VALUES, st.randoms())
def test_the_figure_counts_everybody_once_in_whatever_order_they_came(case, random):
    specification, values = case
    (figure,) = told(specification, *values).figures
    random.shuffle(values)
    counts = figure.values if isinstance(figure, Spread) else figure.bars

    assert isinstance(figure, Spread if specification.is_to_ten else Bars)
    assert sum(item.count for item in counts) == len(values)
    assert told(specification, *values).figures == (figure,)


@given(SCALES, st.randoms(use_true_random=False))
def test_a_rehearsed_place_is_on_the_scale(specification, random):
    imagined = EXERCISE.imagine(specification, random)

    assert read_answer(EXERCISE, specification, imagined.model_dump()) == imagined
