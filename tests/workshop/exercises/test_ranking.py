"""One's own preferences in order: nothing is right, nothing is graded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.ranking import EXERCISE
from workshop.exercises.reading import read_answer
from workshop.figures import compared, in_words


def option(key):
    return {"key": key, "label": f"choix {key}"}


def ranking(keys="abcd", **fields):
    return EXERCISE.Specification.model_validate({"prompt": "Classe.", "options": [option(key) for key in keys], **fields})


ALL = ranking("abc")
TWO = ranking(places=2)


def ordered(keys):
    return EXERCISE.Answer(order=tuple(keys))


def told(specification, *answers):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [ordered(keys) for keys in answers]))


def points(specification, *answers):
    return EXERCISE.summarise(specification, [ordered(keys) for keys in answers]).points


ORDERS = st.permutations("abcd").map(lambda keys: "".join(keys[:2]))
ROOMS = st.lists(ORDERS, max_size=30)


def test_nothing_is_graded():
    assert EXERCISE.grade is None


@pytest.mark.parametrize(("specification", "answers", "expected"), [
    (ALL, ["abc"], {"a": 3, "b": 2, "c": 1}),
    (ALL, ["abc", "cba"], {"a": 4, "b": 4, "c": 4}),
    (ALL, ["abc", "abc", "bca"], {"a": 7, "b": 7, "c": 4}),
    (TWO, ["ab", "ac"], {"a": 4, "b": 1, "c": 1, "d": 0}),
    (TWO, [], {"a": 0, "b": 0, "c": 0, "d": 0}),
])
def test_the_first_place_gives_as_many_points_as_there_are_places_and_each_next_one_less(specification, answers, expected):
    assert points(specification, *answers) == expected


@given(ROOMS)
def test_every_person_gives_the_same_number_of_points_and_no_option_more_than_the_full_bar(answers):
    (figure,) = told(TWO, *answers).figures
    counts = [bar.count for bar in figure.bars]

    assert sum(counts) == 3 * len(answers)
    assert all(0 <= count <= figure.total == 2 * len(answers) for count in counts)
    assert counts == sorted(counts, reverse=True)


@given(ROOMS.flatmap(lambda answers: st.tuples(st.just(answers), st.permutations(answers))))
def test_the_order_of_the_answers_changes_nothing(case):
    answers, others = case

    assert told(TWO, *answers) == told(TWO, *others)


@given(ROOMS, ORDERS)
def test_one_more_person_who_puts_an_option_first_never_lowers_it(answers, another):
    before, after = points(TWO, *answers), points(TWO, *answers, another)

    assert after[another[0]] == before[another[0]] + 2


@pytest.mark.parametrize(("raw", "because"), [
    ({"order": ["a"]}, "Il reste 1 place à remplir"),
    ({"order": ["a", "b", "c"]}, "Garde seulement 2"),
    ({"order": ["a", "a"]}, "est classé deux fois"),
    ({"order": ["a", "z"]}, "ne fait pas partie"),
    ({"order": ["choix a", "b"]}, "ne fait pas partie"),
    ({"order": ["<b>x</b>", "a"]}, "ne fait pas partie"),
    ({"order": ["i" * 100_000]}, "trop longue"),
    ({"order": ["a"] * 100_000}, "trop d’éléments"),
    ({"order": []}, "Choisis"),
    ({"order": [1, 2]}, "ne va pas"),
    ({"order": [None, "a"]}, "ne va pas"),
    ({"order": [["a"], "b"]}, "ne va pas"),
    ({"order": {"1": "a"}}, "ne va pas"),
    ({"order": "ab"}, "ne va pas"),
    ({"order": None}, "ne va pas"),
    ({"order": ["a", "b"], "score": 1}, "ne va pas"),
    ({}, "manque"),
], ids=lambda case: repr(case)[:40])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, TWO, raw)


def test_where_one_place_is_asked_a_second_choice_is_refused():
    with pytest.raises(AnswerRefused, match="Garde seulement 1 choix, ton préféré"):
        read_answer(EXERCISE, ranking(places=1), {"order": ["a", "b"]})


@pytest.mark.parametrize(("fields", "because"), [
    ({"options": [option("a")]}, "options"),
    ({"options": [option(key) for key in "abcdefghi"]}, "options"),
    ({"options": [option("a"), option("a") | {"label": "autre"}]}, "même identifiant"),
    ({"options": [option("a"), option("b") | {"label": "CHOIX a"}]}, "même texte"),
    ({"places": 0}, "places"),
    ({"places": 5}, "5 places pour 4 choix"),
])
def test_an_author_s_mistake_names_what_is_wrong(fields, because):
    with pytest.raises(ValidationError, match=because):
        ranking(**fields)


@pytest.mark.parametrize(("specification", "answers", "sentence"), [
    (TWO, [], "Personne n’a encore répondu."),
    (TWO, ["ba"], "Une seule personne a répondu : d’abord « choix b »."),
    (ALL, ["abc", "cba"], "Les goûts sont partagés : tout est à égalité."),
    (ALL, ["abc", "bac"], "À égalité en tête : « choix a » et « choix b », 5 points."),
    (ranking(places=1), ["a", "b"], "À égalité en tête : « choix a » et « choix b », 1 personne."),
    (TWO, ["ab", "ab", "ba"], "Le groupe préfère « choix a » : 2 sur 3 le mettent en premier. Ensuite : « choix b »."),
    (TWO, ["ab", "ac"], "Le groupe préfère « choix a » : 2 sur 2 le mettent en premier."),
    (TWO, ["ab", "cd", "ac"], "Le groupe préfère « choix a » : 2 sur 3 le mettent en premier. Ensuite : « choix c »."),
    (TWO, ["ab", "ba", "cb", "db"], "Le groupe préfère « choix b » : 1 sur 4 le met en premier. Ensuite : « choix a »."),
    (TWO, ["ab", "cb", "db"], "Le groupe préfère « choix b » : personne ne le met en premier, mais il est souvent bien placé."),
    (ranking("abcde"), ["abcde", "edcba", "abcde", "edcba"], "Les goûts sont partagés : tout est à égalité."),
    (ranking("abcde", places=1), ["a", "b", "c", "d"], "À égalité en tête : 4 choix, 1 personne."),
    (ranking(places=1), ["a", "a", "b"], "Le groupe préfère « choix a » : 2 sur 3 le mettent en premier. Ensuite : « choix b »."),
    (ranking(places=1), ["a", "a"], "Le groupe préfère « choix a » : 2 sur 2 le mettent en premier."),
])
def test_the_sentence_says_what_the_group_prefers(specification, answers, sentence):
    assert told(specification, *answers).sentence.replace("\u00a0", " ") == sentence


def test_the_figure_gives_the_points_most_first_and_says_how_they_are_given():
    (figure,) = told(TWO, "ba", "bc").figures

    assert [(bar.label, bar.count) for bar in figure.bars] == [("choix b", 4), ("choix a", 1), ("choix c", 1), ("choix d", 0)]
    assert in_words(figure).replace("\u00a0", " ").startswith("Points : 2 pour une 1re place, 1 pour une 2e : choix b (nombre 4)")


@pytest.mark.parametrize(("places", "title"), [
    (1, "Combien de personnes le préfèrent"), (3, "Points : 3 pour une 1re place, 2 pour une 2e, 1 pour une 3e"),
    (5, "Points : 5 pour une 1re place, 4 pour une 2e, … 1 pour une 5e"),
])
def test_the_points_of_each_place_stand_in_the_title(places, title):
    (figure,) = told(ranking("abcde", places=places)).figures

    assert figure.title.replace("\u00a0", " ") == title


def test_a_second_round_stands_beside_the_first_whatever_their_order():
    (figure,) = compared(told(TWO, "ab").figures, told(TWO, "ba").figures)

    assert [(bar.label, bar.before, bar.count) for bar in figure.bars[:2]] == [("choix a", 1, 2), ("choix b", 2, 1)]


def test_one_person_s_order_reads_place_by_place():
    assert EXERCISE.in_words(ALL, ordered("cab")) == "1. choix c\u202f; 2. choix a\u202f; 3. choix b"
