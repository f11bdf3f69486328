"""A map of contacts of which only numbers leave the phone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.network import EXERCISE
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import FOLDER
from workshop.figures import Ring

from .plain_form import macros, names, sent

SPECIFICATION = EXERCISE.Specification(
    prompt="Qui connais-tu ?",
    circles=[
        {"key": "close", "label": "Famille et amis", "examples": ["tante"]},
        {"key": "around", "label": "Voisins", "hint": "Pense au sport."},
        {"key": "met", "label": "Commerçants"},
    ],
)


def summary(*answers):
    return EXERCISE.summarise(SPECIFICATION, [read_answer(EXERCISE, SPECIFICATION, {"counts": counts}) for counts in answers])


def sentence(*answers):
    return EXERCISE.tell(SPECIFICATION, summary(*answers)).sentence


@pytest.mark.parametrize(("raw", "because"), [
    ({"counts": {"close": -1}}, "entre 0 et 50"),
    ({"counts": {"close": 51}}, "entre 0 et 50"),
    ({"counts": {"close": 10**30}}, "entre 0 et 50"),
    ({"counts": {"close": 1.5}}, "ne va pas"),
    ({"counts": {"close": None}}, "ne va pas"),
    ({"counts": {"work": 1}}, "ne fait pas partie"),
    ({"counts": {f"c{number}": 1 for number in range(7)}}, "trop d’éléments"),
    ({"counts": {}}, "Choisis ou écris"),
    ({"counts": [1, 2, 3]}, "ne va pas"),
    ({}, "manque"),
    (None, "ne va pas"),
])
def test_a_count_that_does_not_fit_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SPECIFICATION, raw)


@pytest.mark.parametrize("raw", [
    {"counts": {"close": "Karim"}},
    {"counts": {"close": ["Karim", "Inès"]}},
    {"counts": {"close": {"Karim": 1}}},
    {"counts": {"Karim": 1}},
    {"counts": {"close": 1}, "names": ["Karim"]},
    {"counts": {"close": 1}, "close": "Karim"},
])
def test_a_name_is_never_stored(raw):
    with pytest.raises(AnswerRefused):
        read_answer(EXERCISE, SPECIFICATION, raw)


def test_the_form_has_no_field_that_could_send_a_name():
    html = macros("network", "phone.html").form(EXERCISE.public(SPECIFICATION), None)

    assert names(html) == {"counts.close", "counts.around", "counts.met"}
    assert set(re.findall(r'type="(\w+)" inputmode', html)) == {"number"}


def test_the_fields_for_first_names_have_no_name_and_the_module_sends_nothing():
    module = (FOLDER / "network" / "phone.js").read_text(encoding="utf-8")

    assert not re.search(r"\bname:|\.name\b|\"name\"", module)
    assert not re.search(r"fetch|XMLHttpRequest|sendBeacon|WebSocket|socket|\bemit\b", module)


def test_the_plain_form_brings_back_what_was_sent():
    mine = EXERCISE.Answer(counts={"close": 8, "around": 0, "met": 3})
    html = macros("network", "phone.html").form(EXERCISE.public(SPECIFICATION), mine)

    assert read_answer(EXERCISE, SPECIFICATION, nest(sent(html))) == mine


def test_a_form_left_as_it_is_says_nobody():
    html = macros("network", "phone.html").form(EXERCISE.public(SPECIFICATION), None)

    assert read_answer(EXERCISE, SPECIFICATION, nest(sent(html))).counts == {"close": 0, "around": 0, "met": 0}


def test_the_phone_says_what_is_sent_and_what_is_not():
    html = macros("network", "phone.html").form(EXERCISE.public(SPECIFICATION), None)

    assert "un nombre par cercle, rien d’autre" in html
    assert "Aucun nom ne part de ton téléphone" in html


def test_the_rings_add_up_the_whole_room_from_the_closest_outwards():
    (rings,) = EXERCISE.tell(SPECIFICATION, summary({"close": 8, "met": 1}, {"close": 2, "around": 4})).figures

    assert rings.rings == (Ring("Famille et amis", 10), Ring("Voisins", 4), Ring("Commerçants", 1))


@pytest.mark.parametrize(("answers", "said"), [
    ([], "Personne n’a répondu pour le moment."),
    ([{"close": 0}], "Aucun contact noté pour le moment\u00a0: cherchez ensemble, il y en a."),
    ([{"close": 1}], "Une seule réponse, et déjà 1 personne. Le cercle le plus grand\u00a0: «\u00a0Famille et amis\u00a0»."),
    ([{"close": 8}, {"around": 3}], "À 2, vous connaissez 11 personnes. Le cercle le plus grand\u00a0: «\u00a0Famille et amis\u00a0»."),
    ([{"around": 3}, {"met": 3}], "À 2, vous connaissez 6 personnes. Les cercles les plus grands\u00a0: «\u00a0Voisins\u00a0» et «\u00a0Commerçants\u00a0»."),
    ([{"close": 2, "around": 2, "met": 2}], "Une seule réponse, et déjà 6 personnes. Tous les cercles ont la même taille."),
])
def test_the_sentence_says_how_many_people_the_room_knows(answers, said):
    assert sentence(*answers) == said


def test_three_circles_that_are_the_largest_are_listed_as_french_lists():
    four = EXERCISE.Specification(prompt="Qui connais-tu ?", circles=[{"key": key, "label": key.upper()} for key in "abcd"])
    answers = [read_answer(EXERCISE, four, {"counts": {"a": 2, "b": 2, "c": 2}})]

    assert EXERCISE.tell(four, EXERCISE.summarise(four, answers)).sentence.endswith("«\u00a0A\u00a0», «\u00a0B\u00a0» et «\u00a0C\u00a0».")


def test_one_person_s_answer_is_told_circle_by_circle():
    answer = EXERCISE.Answer(counts={"close": 8})

    assert EXERCISE.in_words(SPECIFICATION, answer) == "Famille et amis\u00a0: 8\u202f; Voisins\u00a0: 0\u202f; Commerçants\u00a0: 0"


def test_two_circles_with_the_same_key_are_refused():
    with pytest.raises(ValidationError, match="circles"):
        EXERCISE.Specification(prompt="Qui ?", circles=[{"key": "a", "label": "Un"}, {"key": "a", "label": "Deux"}])


@given(st.lists(st.dictionaries(st.sampled_from(["close", "around", "met"]), st.integers(0, 50), min_size=1), max_size=30), st.randoms())
def test_no_contact_is_lost_whatever_the_order(answers, random):
    counted = summary(*answers)
    random.shuffle(answers)

    assert counted.contacts == sum(sum(counts.values()) for counts in answers)
    assert summary(*answers) == counted


@given(st.integers(2, 6), st.randoms(use_true_random=False))
def test_rehearsed_counts_fit(circles, random):
    specification = EXERCISE.Specification(prompt="Qui ?", circles=[{"key": f"c{place}", "label": f"Cercle {place}"} for place in range(circles)])
    imagined = EXERCISE.imagine(specification, random)

    assert read_answer(EXERCISE, specification, imagined.model_dump()) == imagined
