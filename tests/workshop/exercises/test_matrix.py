"""Things on a map of two axes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.matrix import EXERCISE
from workshop.exercises.reading import read_answer
from workshop.figures import in_words

AXES = {"across": {"label": "Effort", "low": "facile", "high": "difficile"}, "up": {"label": "Effet", "low": "petit", "high": "grand"}}
STEPS = st.integers(1, 4)
PLACES = st.tuples(STEPS, STEPS)


def matrix(keys="ab", **fields):
    return EXERCISE.Specification.model_validate({"prompt": "Place.", "items": [{"key": key, "label": f"idée {key}"} for key in keys], **AXES, **fields})


TWO = matrix()


def placed(*places):
    """Return the answer that puts "a", "b"… on these steps (across, up)."""
    return EXERCISE.Answer(
        across={key: str(across) for key, (across, _) in zip("abcdefgh", places, strict=False)},
        up={key: str(up) for key, (_, up) in zip("abcdefgh", places, strict=False)},
    )


def told(specification, *answers):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [placed(*answer) for answer in answers]))


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_nothing_is_right_or_wrong():
    assert EXERCISE.grade is None


@pytest.mark.parametrize(("raw", "because"), [
    ({"across": {"a": "1"}, "up": {"a": "1"}}, "Il en reste 1 à placer"),
    ({"across": {"a": "1", "b": "1"}, "up": {"a": "1"}}, "« idée b »"),
    ({"across": {"z": "1"}, "up": {"a": "1"}}, "ne fait pas partie"),
    ({"across": {"a": "1"}, "up": {"z": "1"}}, "ne fait pas partie"),
    ({"across": {"a": "0"}, "up": {"a": "1"}}, "ne va pas"),
    ({"across": {"a": "5"}, "up": {"a": "1"}}, "ne va pas"),
    ({"across": {"a": 1}, "up": {"a": "1"}}, "ne va pas"),
    ({"across": {"a": True}, "up": {"a": "1"}}, "ne va pas"),
    ({"across": {"a": ["1"]}, "up": {"a": "1"}}, "ne va pas"),
    ({"across": {}, "up": {}}, "Choisis"),
    ({"across": {"a": "1"}}, "manque"),
    ({"across": {"a" * 21: "1"}, "up": {"a": "1"}}, "trop longue"),
    ({"across": {f"k{number}": "1" for number in range(9)}, "up": {"a": "1"}}, "trop d’éléments"),
    ({"across": {"a": "1", "b": "1"}, "up": {"a": "1", "b": "1"}, "score": 1}, "ne va pas"),
    ({}, "manque"),
], ids=lambda case: repr(case)[:50])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused) as refused:
        read_answer(EXERCISE, TWO, raw)

    assert because in plain(str(refused.value))


@pytest.mark.parametrize(("fields", "because"), [
    ({"keys": "a"}, "items"),
    ({"keys": "abcdefghi"}, "items"),
    ({"keys": "aa"}, "même identifiant"),
    ({"items": [{"key": "a", "label": "Idée"}, {"key": "b", "label": "idée"}]}, "deux fois"),
    ({"up": {"label": "effort", "low": "peu", "high": "beaucoup"}}, "deux axes ont le même nom"),
    ({"up": {"label": "Effet", "low": "", "high": "beaucoup"}}, "low"),
    ({"corners": {"middle": "x"}}, "middle"),
])
def test_an_author_s_mistake_names_what_is_wrong(fields, because):
    with pytest.raises(ValidationError, match=because):
        matrix(**fields)


def test_a_thing_stands_where_the_room_puts_it_on_average():
    (figure,) = told(TWO, [(1, 4), (2, 2)], [(4, 4), (3, 3)]).figures

    assert [(point.key, round(point.across, 3), round(point.up, 3), point.count) for point in figure.points] == [("A", 0.5, 1, 2), ("B", 0.5, 0.5, 2)]
    assert in_words(figure) == "A. idée a (effort 50\u202f%, effet 100\u202f%, nombre 2)\u202f; B. idée b (effort 50\u202f%, effet 50\u202f%, nombre 2)."


def test_without_an_answer_the_map_is_empty_and_nothing_stands_in_the_middle():
    story = told(TWO)

    assert story.sentence == "Personne n’a répondu."
    assert story.figures[0].points == ()


@pytest.mark.parametrize(("answers", "sentence"), [
    ([[(1, 4), (4, 1)]], "Une seule réponse. « idée a » : facile, grand (on commence)."),
    ([[(1, 4), (4, 1)], [(2, 3), (3, 2)]], "Tout le monde est d’accord sur « idée a » : facile, grand (on commence)."),
    ([[(1, 4), (4, 1)], [(2, 3), (1, 1)]], "Tout le monde est d’accord sur « idée a » : facile, grand (on commence). Ce qui partage le plus : « idée b »."),
    ([[(1, 4), (4, 1)], [(1, 4), (4, 2)], [(4, 4), (3, 1)]], "Tout le monde est d’accord sur « idée b » : difficile, petit."),
    ([[(1, 4), (4, 1)], [(1, 4), (1, 1)], [(4, 4), (4, 4)]], "2 sur 3 sont d’accord sur « idée a » : facile, grand (on commence). Ce qui partage le plus : « idée b »."),
    ([[(1, 4), (4, 1)], [(4, 4), (1, 1)]], "Les avis sont partagés sur tout. À discuter ensemble."),
])
def test_the_sentence_tells_what_the_room_agrees_on_and_what_divides_it(answers, sentence):
    assert plain(told(matrix(corners={"up_left": "On commence"}), *answers).sentence) == sentence


@given(st.lists(st.tuples(PLACES, PLACES), max_size=30).flatmap(lambda answers: st.tuples(st.just(answers), st.permutations(answers))))
def test_the_order_of_the_answers_changes_nothing_and_no_place_leaves_the_map(case):
    answers, others = case
    story = told(TWO, *answers)

    assert story == told(TWO, *others)
    assert all(0 <= point.across <= 1 and 0 <= point.up <= 1 and point.count == len(answers) for point in story.figures[0].points)


def test_one_person_s_answer_names_the_side_of_each_axis():
    assert EXERCISE.in_words(TWO, placed((1, 3), (4, 2))) == "idée a\u00a0: facile, grand\u202f; idée b\u00a0: difficile, petit"
