"""Steps to put in the right order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.ordering import EXERCISE
from workshop.exercises.reading import read_answer
from workshop.figures import Ranked, in_words

KEYS = "abcdefgh"


def steps(keys, **fields):
    items = [{"key": key, "label": f"étape {key}"} for key in keys]
    return EXERCISE.Specification.model_validate({"prompt": "Dans quel ordre ?", "items": items, **fields})


FIVE = steps("abcde")
IDS = {item.key: item.id for item in FIVE.items}


def ordered(keys, specification=FIVE):
    ids = {item.key: item.id for item in specification.items}
    return EXERCISE.Answer(order=tuple(ids[key] for key in keys))


def told(*answers):
    return EXERCISE.tell(FIVE, EXERCISE.summarise(FIVE, [ordered(keys) for keys in answers]))


ORDERS = st.permutations("abcde").map("".join)
LISTS = st.lists(st.sampled_from(KEYS), min_size=2, max_size=8, unique=True)


@pytest.mark.parametrize(("keys", "expected"), [
    ("abcde", 1), ("bacde", 0.9), ("abced", 0.9), ("bcdea", 0.6), ("eabcd", 0.6), ("badce", 0.8), ("cbade", 0.7), ("edcba", 0), ("edcab", 0.1),
])
def test_the_score_is_the_share_of_pairs_in_the_right_order(keys, expected):
    assert EXERCISE.grade(FIVE, ordered(keys)).score == pytest.approx(expected)


@given(ORDERS)
def test_a_score_lies_between_0_and_1_is_1_only_for_the_right_order_and_mirrors_its_reverse(keys):
    score = EXERCISE.grade(FIVE, ordered(keys)).score

    assert 0 <= score <= 1
    assert (score == 1) == (keys == "abcde")
    assert score + EXERCISE.grade(FIVE, ordered(keys[::-1])).score == pytest.approx(1)


@given(LISTS)
def test_the_steps_are_never_first_shown_in_the_right_order(keys):
    specification = steps(keys)
    shown = [step["id"] for step in EXERCISE.public(specification)["steps"]]

    assert sorted(shown) == sorted(specification.right_order)
    assert tuple(shown) != specification.right_order


def test_the_steps_are_first_shown_in_the_same_order_on_every_phone():
    assert EXERCISE.public(steps("abcde")) == EXERCISE.public(steps("abcde"))


@given(LISTS)
def test_the_author_s_keys_which_may_tell_the_order_stay_on_the_server(keys):
    shown = EXERCISE.public(steps(keys))["steps"]

    assert {step["id"] for step in shown}.isdisjoint(keys)
    assert all(set(step) == {"id", "label"} for step in shown)


@pytest.mark.parametrize(("raw", "because"), [
    ({"order": [IDS[key] for key in "abcd"]}, "Il manque une étape"),
    ({"order": [IDS[key] for key in "abcda"]}, "est là deux fois"),
    ({"order": [IDS[key] for key in "abcdea"]}, "est là deux fois"),
    ({"order": [*(IDS[key] for key in "abcd"), "i0000000"]}, "ne fait pas partie"),
    ({"order": list("abcde")}, "ne fait pas partie"),
    ({"order": ["étape a", "étape b", "étape c", "étape d", "étape e"]}, "ne fait pas partie"),
    ({"order": ["<b>x</b>"] * 5}, "ne fait pas partie"),
    ({"order": ["<script>alert(1)</script>"]}, "trop longue"),
    ({"order": ["i" * 100_000]}, "trop longue"),
    ({"order": ["x"] * 100_000}, "trop d’éléments"),
    ({"order": []}, "Choisis"),
    ({"order": [1, 2, 3, 4, 5]}, "ne va pas"),
    ({"order": [None] * 5}, "ne va pas"),
    ({"order": [["x"]]}, "ne va pas"),
    ({"order": {"0": IDS["a"]}}, "ne va pas"),
    ({"order": IDS["a"]}, "ne va pas"),
    ({"order": None}, "ne va pas"),
    ({"order": [IDS[key] for key in "abcde"], "score": 1}, "ne va pas"),
    ({}, "manque"),
    ("abcde", "ne va pas"),
], ids=lambda case: repr(case)[:40])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, FIVE, raw)


@pytest.mark.parametrize(("items", "because"), [
    ([{"key": "a", "label": "A"}], "items"),
    ([{"key": "a", "label": "A"}, {"key": "a", "label": "B"}], "même identifiant"),
    ([{"key": "a", "label": "Pareil"}, {"key": "b", "label": "pareil"}], "écrite deux fois"),
    ([{"key": "a b", "label": "A"}, {"key": "b", "label": "B"}], "key"),
    ([{"key": "a", "label": ""}, {"key": "b", "label": "B"}], "label"),
    ([{"key": f"k{number}", "label": f"L{number}"} for number in range(9)], "items"),
])
def test_an_author_s_mistake_names_what_is_wrong(items, because):
    with pytest.raises(ValidationError, match=because):
        EXERCISE.Specification.model_validate({"prompt": "Dans quel ordre ?", "items": items})


def test_the_explanation_is_the_author_s_or_else_the_two_ends():
    assert EXERCISE.grade(steps("abc", explanation="Voilà."), ordered("abc", steps("abc"))).explanation == "Voilà."
    assert EXERCISE.grade(FIVE, ordered("edcba")).explanation == "D’abord\u00a0: étape a. À la fin\u00a0: étape e."


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a répondu. Voici le bon ordre."),
    (["abcde"], "C’est le bon ordre."),
    (["bacde"], "Une seule réponse : 3 étapes sur 5 à leur place."),
    (["edcba"], "Une seule réponse : 1 étape sur 5 à sa place."),
    (["abcde", "abcde"], "Tout le monde a trouvé le bon ordre."),
    (["abcde", "abcde", "cbade", "acbde"], "L’étape la plus souvent mal placée : « étape c », 3e étape. 2 sur 4 l’ont mise à sa place."),
    (["abcde", "bacde"], "Une des étapes les plus souvent mal placées : « étape a », 1re étape. 1 sur 2 l’a mise à sa place."),
    (["bacde", "cbade"], "Personne n’a mis celle-ci à sa place : « étape a », 1re étape."),
    (["abcde", "bcdea"], "1 sur 2 a trouvé le bon ordre."),
    (["abcde", "abcde", "bcdea"], "2 sur 3 ont trouvé le bon ordre."),
    (["bcdea", "eabcd"], "Toutes les étapes se mélangent. Voici le bon ordre."),
])
def test_the_sentence_says_which_step_is_most_often_misplaced(answers, sentence):
    said = told(*answers).sentence.replace("\u00a0", " ")

    assert said == sentence


def test_the_figure_is_the_right_order_with_how_many_placed_each_step_and_where_it_went():
    (figure,) = told("abcde", "bacde", "bacde", "bacde").figures

    assert figure.items == (
        Ranked("étape a", 0.25, "souvent mise en 2e"), Ranked("étape b", 0.25, "souvent mise en 1re"),
        Ranked("étape c", 1), Ranked("étape d", 1), Ranked("étape e", 1),
    )  # fmt: skip
    assert in_words(figure).startswith("Le bon ordre\u00a0: 1. étape a (bien placé 25\u202f%, à savoir souvent mise en 2e)")


def test_without_answers_the_figure_gives_no_shares():
    (figure,) = told().figures

    assert [(item.share, item.note) for item in figure.items] == [(None, "")] * 5


@given(st.lists(ORDERS, max_size=20).flatmap(lambda answers: st.tuples(st.just(answers), st.permutations(answers))))
def test_the_order_of_the_answers_changes_nothing(case):
    answers, others = case

    assert told(*answers) == told(*others)


def test_one_person_s_order_reads_step_by_step():
    assert EXERCISE.in_words(steps("abc"), ordered("bac", steps("abc"))) == "1. étape b\u202f; 2. étape a\u202f; 3. étape c"
