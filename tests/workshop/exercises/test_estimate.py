"""A number to guess, the room's spread, and the true figure."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.estimate import EXERCISE
from workshop.exercises.estimate.buckets import MOST, buckets
from workshop.exercises.estimate.numbers import read_number, written
from workshop.exercises.reading import read_answer
from workshop.figures import Value, in_words
from workshop.figures.layouts import layout

from .plain_form import macros

HUNDRED = {"prompt": "Combien sur 100 ?", "unit": "sur 100", "minimum": 0, "maximum": 100}


def estimate(**fields):
    return EXERCISE.Specification.model_validate(HUNDRED | fields)


GRADED = estimate(right=48, tolerance=5)
OPEN = estimate()


def answer(value):
    return EXERCISE.Answer(value=value)


def told(specification, *values):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [answer(value) for value in values]))


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


NUMBERS = st.floats(0, 100).map(lambda value: round(value, 2))


@pytest.mark.parametrize(("typed", "value"), [
    ("12", 12), ("12,5", 12.5), ("12.5", 12.5), (" 12 ", 12), ("1 867,02", 1867.02), ("1\u202f867,02", 1867.02), ("1\u00a0000\u00a0000", 1_000_000),
    ("-3", -3), ("−3,5", -3.5), ("48 %", 48), ("12,31 €", 12.31), ("007", 7), ("١٢", 12), (12, 12), (12.345, 12.35), (-0.001, 0),
])
def test_a_number_is_read_as_french_hands_type_it(typed, value):
    assert read_answer(EXERCISE, estimate(minimum=-10, maximum=2_000_000), {"value": typed}).value == value


@pytest.mark.parametrize("typed", [
    "", "   ", "douze", "12,5,1", "12..5", ",5", "5,", "1e5", "0x10", "--3", "3-", "12 euros", "nan", "inf", "1/2", "<script>alert(1)</script>", "1" * 25,
    "9" * 100_000, True, False, None, [12], {"value": 12}, float("nan"), float("inf"), -float("inf"), 10**400,
], ids=lambda typed: repr(typed)[:24])
def test_what_is_no_number_is_refused_and_told_how_to_write_one(typed):
    with pytest.raises(AnswerRefused, match="Écris un nombre avec des chiffres"):
        read_answer(EXERCISE, GRADED, {"value": typed})


@pytest.mark.parametrize("value", [-0.01, 100.01, 1000, "1 000", 1e300])
def test_a_number_outside_the_bounds_is_refused_with_the_bounds(value):
    with pytest.raises(AnswerRefused, match="entre 0 et 100"):
        read_answer(EXERCISE, GRADED, {"value": value})


@pytest.mark.parametrize(("raw", "because"), [({}, "manque"), ({"value": 3, "unit": "€"}, "ne va pas"), ([3], "ne va pas"), (3, "ne va pas"), ("3", "ne va pas")])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, GRADED, raw)


@given(st.floats(-1e9, 1e9).map(lambda value: round(value, 2) + 0.0))
def test_a_number_that_was_written_reads_as_the_same_number(value):
    assert read_number(written(value)) == value


@pytest.mark.parametrize(("value", "expected"), [
    (48, 1), (43, 1), (53, 1), (53.01, pytest.approx(0.9996)), (30, pytest.approx(0.48)), (65.5, pytest.approx(0.5)), (78, 0), (18, 0), (0, 0), (100, 0),
])
def test_the_score_is_full_within_the_tolerance_and_falls_to_nothing_a_quarter_of_the_range_away(value, expected):
    assert EXERCISE.grade(GRADED, answer(value)).score == expected


def test_a_tolerance_written_with_decimals_holds_to_its_very_edge():
    specification = estimate(right=0.3, tolerance=0.1)

    assert EXERCISE.grade(specification, answer(0.2)).is_right


@given(NUMBERS, NUMBERS, NUMBERS, st.floats(0, 50))
def test_a_score_lies_between_0_and_1_and_nearer_is_never_worse(right, one, other, tolerance):
    specification = estimate(right=right, tolerance=tolerance)
    near, far = sorted((one, other), key=lambda value: abs(value - right))

    assert 0 <= EXERCISE.grade(specification, answer(far)).score <= EXERCISE.grade(specification, answer(near)).score <= 1


def test_without_a_true_figure_nothing_is_graded():
    assert EXERCISE.grade(OPEN, answer(3)) is None
    assert EXERCISE.scores(OPEN, [answer(3), answer(48)]) == []


def test_the_explanation_is_what_is_to_be_kept_or_else_the_true_figure():
    assert EXERCISE.grade(estimate(right=48, takeaway="Près d’un sur deux."), answer(3)).explanation == "Près d’un sur deux."
    assert EXERCISE.grade(GRADED, answer(3)).explanation == "Le vrai chiffre\u00a0: 48\u00a0sur 100."


@given(st.none() | NUMBERS, st.floats(0, 50))
def test_the_true_figure_changes_nothing_of_what_a_phone_may_know(right, tolerance):
    assert EXERCISE.public(estimate(right=right, tolerance=tolerance)) == EXERCISE.public(OPEN)


@pytest.mark.parametrize(("fields", "because"), [
    ({"minimum": 100}, "maximum"), ({"minimum": 101}, "maximum"), ({"step": 0}, "step"), ({"step": 101}, "step"), ({"right": 101}, "right"), ({"right": -1}, "right"),
    ({"right": math.nan}, "right"), ({"tolerance": -1}, "tolerance"), ({"tolerance": 101}, "tolerance"), ({"tolerance": math.inf}, "tolerance"),
    ({"maximum": math.inf}, "maximum"), ({"minimum": math.nan}, "minimum"), ({"unit": "x" * 21}, "unit"),
    ({"unit": "jours", "unit_one": "x" * 21}, "unit_one"), ({"unit": "", "unit_one": "jour"}, "unit_one.*pas d’unité"),
])
def test_an_author_s_mistake_names_the_field(fields, because):
    with pytest.raises(ValidationError, match=because):
        estimate(**fields)


@pytest.mark.parametrize(("values", "sentence"), [
    ([], "Personne n’a répondu."),
    ([30], "Une seule réponse\u00a0: 30\u00a0sur 100."),
    ([30, 30], "Tout le monde a dit 30\u00a0sur 100."),
    ([30, 30, 50], "2 sur 3 ont dit 30\u00a0sur 100."),
    ([10, 20, 40, 60], "La moitié du groupe a dit moins de 30\u00a0sur 100."),
    ([10, 30, 50], "Au moins la moitié du groupe a dit 30\u00a0sur 100 ou moins."),
])
def test_without_a_true_figure_the_sentence_says_where_the_room_stands(values, sentence):
    assert told(OPEN, *values).sentence == sentence


@pytest.mark.parametrize(("values", "sentence"), [
    ([], "Personne n’a répondu. Le vrai chiffre : 48 sur 100."),
    ([30], "Une seule réponse : 30 sur 100. Le vrai chiffre : 48 sur 100."),
    ([50, 43], "Tout le monde est tout près du vrai chiffre : 48 sur 100."),
    ([30, 50], "1 sur 2 est tout près du vrai chiffre : 48 sur 100. 1 a dit moins."),
    ([20, 30, 50, 53, 80], "2 sur 5 sont tout près du vrai chiffre : 48 sur 100. 2 ont dit moins."),
    ([80, 90, 30], "Personne n’est tout près du vrai chiffre : 48 sur 100. 2 ont dit plus."),
    ([10, 20, 70, 80], "Personne n’est tout près du vrai chiffre : 48 sur 100. Autant ont dit moins que plus."),
])
def test_the_sentence_says_how_many_are_near_the_true_figure_and_on_which_side_the_others_are(values, sentence):
    assert plain(told(GRADED, *values).sentence) == sentence


@pytest.mark.parametrize(("values", "sentence"), [
    ([48, 48], "Tout le monde a trouvé le vrai chiffre : 48 sur 100."),
    ([48, 47, 48], "2 sur 3 ont trouvé le vrai chiffre : 48 sur 100. 1 a dit moins."),
    ([47, 46], "Personne n’a trouvé le vrai chiffre : 48 sur 100. 2 ont dit moins."),
])
def test_without_a_tolerance_only_the_very_figure_is_found(values, sentence):
    assert plain(told(estimate(right=48), *values).sentence) == sentence


@given(st.lists(NUMBERS, min_size=2, max_size=40))
def test_who_is_told_to_be_near_has_the_full_score(values):
    near = sum(score == 1 for score in EXERCISE.scores(GRADED, map(answer, values)))
    expected = "Tout le monde" if near == len(values) else f"{near} sur {len(values)}" if near else "Personne"

    assert told(GRADED, *values).sentence.startswith(f"{expected} ")


@given(st.lists(NUMBERS, min_size=2, max_size=60))
def test_half_is_said_only_where_it_is_true(values):
    middle = EXERCISE.summarise(OPEN, [answer(value) for value in values]).median
    sentence = told(OPEN, *values).sentence

    if sentence.startswith("La moitié"):
        assert sum(value < middle for value in values) * 2 == len(values)
    elif sentence.startswith("Au moins la moitié"):
        assert sum(value <= middle for value in values) * 2 >= len(values)
    else:
        assert sentence.startswith(("Tout le monde", f"{max(map(values.count, values))} sur {len(values)}"))


@given(st.lists(NUMBERS, max_size=60).flatmap(lambda values: st.tuples(st.just(values), st.permutations(values))))
def test_the_order_of_the_answers_changes_nothing(case):
    values, others = case

    assert told(GRADED, *values) == told(GRADED, *others)


def test_the_figure_shows_every_number_between_the_bounds_with_the_true_one():
    (figure,) = told(GRADED, 30, 45.5, 30).figures

    assert figure.values == (Value(30, 2), Value(45.5, 1))
    assert (figure.low, figure.high, figure.median, figure.right, figure.tolerance) == (0, 100, 30, 48, 5)
    assert in_words(figure) == "30 sur 100 (nombre 2)\u202f; 45,5 sur 100 (nombre 1)."


@given(st.dictionaries(NUMBERS, st.integers(1, 9), max_size=300), st.sampled_from([0.01, 0.1, 1, 3, 7, 100]))
def test_a_figure_keeps_at_most_forty_numbers_and_loses_nobody(counted, step):
    kept = buckets(list(counted.items()), 0, 100, step)

    assert len(kept) <= max(MOST, len(counted) if len(counted) <= MOST else 0)
    assert sum(value.count for value in kept) == sum(counted.values())
    assert [value.value for value in kept] == sorted({value.value for value in kept})
    assert all(0 <= value.value <= 100 for value in kept)


def test_few_numbers_are_kept_as_they_are():
    assert buckets([(30.5, 2), (3, 1)], 0, 100, 1) == (Value(3, 1), Value(30.5, 2))


@pytest.mark.parametrize(("unit", "expected"), [
    ("sur 100", "1\u202f867,5\u00a0sur 100"), ("€", "1\u202f867,5\u202f€"), ("", "1\u202f867,5"), ("jours", "1\u202f867,5\u00a0jours"),
])
def test_one_person_s_number_reads_with_its_unit(unit, expected):
    specification = estimate(unit=unit, maximum=5000)

    assert EXERCISE.in_words(specification, answer("1867,5")) == expected


DAYS = estimate(unit="jours", unit_one="jour", maximum=30, minimum=-30, right=1)


@pytest.mark.parametrize(("value", "expected"), [
    (0, "0 jour"), (1, "1 jour"), (1.5, "1,5 jour"), (1.99, "1,99 jour"), (2, "2 jours"), (30, "30 jours"), (-1, "-1 jour"), (-1.99, "-1,99 jour"), (-2, "-2 jours"),
])
def test_under_two_a_number_has_its_unit_in_the_singular(value, expected):
    assert plain(EXERCISE.in_words(DAYS, answer(value))) == expected
    assert plain(EXERCISE.grade(DAYS, answer(value)).explanation) == "Le vrai chiffre : 1 jour."


def test_everything_that_a_room_is_told_says_the_singular():
    story = told(DAYS, 1, 1, 2)
    (figure,) = story.figures

    assert plain(story.sentence) == "2 sur 3 ont trouvé le vrai chiffre : 1 jour. 1 a dit plus."
    assert in_words(figure) == "1 jour (nombre 2)\u202f; 2 jours (nombre 1)."
    assert plain(layout(figure).right.label) == "bonne réponse : 1 jour"
    assert [plain(end) for end in EXERCISE.public(DAYS)["ends"]] == ["-30 jours", "30 jours"]


@pytest.mark.parametrize(("unit", "expected"), [("sur 100", "1 sur 100"), ("mois", "1 mois"), ("jours", "1 jours"), ("€", "1 €"), ("", "1")])
def test_without_a_singular_the_unit_is_as_its_author_wrote_it(unit, expected):
    assert plain(EXERCISE.in_words(estimate(unit=unit), answer(1))) == expected


@pytest.mark.parametrize(("mine", "unit"), [(None, "jours"), (1, "jour"), (1.5, "jour"), (2, "jours")])
def test_the_plain_form_says_the_unit_of_what_was_answered(mine, unit):
    form = str(macros("estimate", "phone.html").form(EXERCISE.public(DAYS), None if mine is None else answer(mine)))

    assert f'<span class="estimate-unit">{unit}</span>' in form


def test_what_is_measured_before_and_after_is_the_number_itself():
    assert EXERCISE.measure(GRADED, answer("12,5")) == 12.5
