"""Things into two to four categories."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer
from workshop.exercises.sorting import EXERCISE
from workshop.figures import compared, in_words


def category(key):
    return {"key": key, "label": f"boîte {key}"}


def things(where):
    """Return the items "chose 0", "chose 1", … each in the category that its letter names ("xxy")."""
    return [{"label": f"chose {number}", "category": key} for number, key in enumerate(where)]


def sorting(where="xxyy", keys="xy", **fields):
    return EXERCISE.Specification.model_validate({"prompt": "Range.", "categories": [category(key) for key in keys], "items": things(where), **fields})


FOUR = sorting()
IDS = [item.id for item in FOUR.items]


def placed(where, specification=FOUR):
    return EXERCISE.Answer(places={item.id: key for item, key in zip(specification.items, where, strict=True)})


def told(*answers, specification=FOUR):
    return EXERCISE.tell(specification, EXERCISE.summarise(specification, [placed(where, specification) for where in answers]))


def said(*answers):
    return told(*answers).sentence.replace("\u00a0", " ")


WHERE = st.text("xy", min_size=4, max_size=4)
SOLUTIONS = st.lists(st.sampled_from("xyz"), min_size=3, max_size=12).map("".join).filter(lambda text: set(text) == set("xyz"))


@pytest.mark.parametrize(("where", "expected"), [("xxyy", 1), ("xxyx", 0.75), ("xyxy", 0.5), ("yyyy", 0.5), ("yxxx", 0.25), ("yyxx", 0)])
def test_the_score_is_the_share_of_things_where_they_belong(where, expected):
    assert EXERCISE.grade(FOUR, placed(where)).score == expected


@given(SOLUTIONS.flatmap(lambda right: st.tuples(st.just(right), st.text("xyz", min_size=len(right), max_size=len(right)))))
def test_a_score_lies_between_0_and_1_and_is_1_only_when_everything_is_where_it_belongs(case):
    right, where = case
    specification = sorting(right, "xyz")
    grade = EXERCISE.grade(specification, placed(where, specification))

    assert 0 <= grade.score <= 1
    assert grade.is_right == (where == right)
    assert grade == EXERCISE.grade(specification, placed(where, specification))


@given(SOLUTIONS.flatmap(lambda right: st.tuples(st.just(right), st.permutations(right).map("".join))))
def test_where_each_thing_belongs_changes_nothing_of_what_a_phone_may_know(case):
    right, other = case

    assert EXERCISE.public(sorting(other, "xyz")) == EXERCISE.public(sorting(right, "xyz"))


@given(st.permutations(things("xxyy")))
def test_the_order_in_which_an_author_writes_the_things_stays_on_the_server(items):
    assert EXERCISE.public(sorting(items=items)) == EXERCISE.public(FOUR)


@pytest.mark.parametrize(("raw", "because"), [
    ({"places": {IDS[0]: "x", IDS[1]: "x", IDS[2]: "y"}}, "Il en reste 1 à ranger, par exemple « chose 3 »"),
    ({"places": {IDS[0]: "x"}}, "Il en reste 3 à ranger"),
    ({"places": {name: "z" for name in IDS}}, "ne fait pas partie"),
    ({"places": {name: "boîte x" for name in IDS}}, "ne fait pas partie"),
    ({"places": dict.fromkeys(IDS, "x") | {"i0000000": "x"}}, "ne fait pas partie"),
    ({"places": {"chose 0": "x"}}, "ne fait pas partie"),
    ({"places": {IDS[0]: "<script>alert(1)</script>"}}, "trop longue"),
    ({"places": {IDS[0]: "x" * 100_000}}, "trop longue"),
    ({"places": {"i" * 100_000: "x"}}, "trop longue"),
    ({"places": {f"k{number}": "x" for number in range(13)}}, "trop d’éléments"),
    ({"places": {}}, "Choisis"),
    ({"places": {IDS[0]: ["x", "y"]}}, "ne va pas"),
    ({"places": {IDS[0]: None}}, "ne va pas"),
    ({"places": [[IDS[0], "x"]]}, "ne va pas"),
    ({"places": "x"}, "ne va pas"),
    ({"places": dict.fromkeys(IDS, "x"), "score": 1}, "ne va pas"),
    ({}, "manque"),
], ids=lambda case: repr(case)[:40])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused) as refused:
        read_answer(EXERCISE, FOUR, raw)

    assert because in str(refused.value).replace("\u00a0", " ")


@pytest.mark.parametrize(("fields", "because"), [
    ({"categories": [category("x")]}, "categories"),
    ({"categories": [category(key) for key in "vwxyz"]}, "categories"),
    ({"categories": [category("x"), category("x")]}, "même identifiant"),
    ({"categories": [category("x"), category("y") | {"label": "BOÎTE x"}]}, "même nom"),
    ({"categories": [category(key) for key in "xyz"]}, "rien ne va dans"),
    ({"items": things("x")}, "items"),
    ({"items": things("xy" * 7)}, "items"),
    ({"items": things("xyz")}, "écrivez x ou y"),
    ({"items": [*things("xy"), {"label": "CHOSE 0", "category": "x"}]}, "écrite deux fois"),
])
def test_an_author_s_mistake_names_what_is_wrong(fields, because):
    with pytest.raises(ValidationError, match=because):
        sorting(**fields)


@pytest.mark.parametrize("where", ["yxxy", "yxxx", "yyxx"])
def test_without_an_explanation_the_first_misplaced_things_are_told_for_all_stand_above(where):
    explanation = EXERCISE.grade(FOUR, placed(where)).explanation.replace("\u00a0", " ")

    assert explanation.startswith("« chose 0 » va dans « boîte x ».")
    assert explanation.count(" va dans ") == 2


def test_an_author_s_explanation_is_told_to_all():
    specification = sorting(explanation="Voilà pourquoi.")

    assert EXERCISE.grade(specification, placed("xxyy", specification)).explanation == "Voilà pourquoi."


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a répondu. Voici où chaque chose va."),
    (["xxyy"], "Tout est bien rangé."),
    (["xyyy"], "Une seule réponse : 3 sur 4 à la bonne place."),
    (["xxyy", "xxyy"], "Tout le monde a tout bien rangé."),
    (["xxyy", "xxyy", "xyyy"], "2 sur 3 ont tout bien rangé."),
    (["xxyy", "xxyx", "xyyx"], "1 sur 3 a tout bien rangé. Le plus souvent confondu : « chose 3 », mis dans « boîte x » par 2 personnes."),
    (["yxyy", "xxyx"], "En moyenne, 3 choses sur 4 à la bonne place."),
    (["yyxx", "yyxy"], "En moyenne, 0 chose sur 4 à la bonne place. Le plus souvent confondu : « chose 0 », mis dans « boîte y » par 2 personnes."),
])
def test_the_sentence_says_how_many_have_it_and_what_is_confused_most(answers, sentence):
    assert said(*answers) == sentence


def test_what_is_confused_most_is_told_with_the_category_where_most_put_it():
    specification = sorting("xyz", "xyz")
    sentence = told("zyz", "yyz", "zyz", "xyz", specification=specification).sentence.replace("\u00a0", " ")

    assert sentence.endswith("« chose 0 », mis dans « boîte z » par 2 personnes.")


def test_the_room_sees_for_each_thing_how_many_put_it_where_and_where_it_belongs():
    [figure] = told("xxyy", "xyyy", "yyyx").figures

    assert figure.lanes == ("boîte x", "boîte y")
    assert [(thing.label, thing.counts, thing.right) for thing in figure.things] == [
        ("chose 0", (2, 1), 0), ("chose 1", (1, 2), 0), ("chose 2", (0, 3), 1), ("chose 3", (1, 2), 1),
    ]  # fmt: skip
    assert in_words(figure).startswith("chose 0 (boîte x 2 ✓, boîte y 1)\u202f; chose 1 (boîte x 1 ✓, boîte y 2)")


def test_things_stand_by_the_category_where_they_belong_whatever_their_order():
    [figure] = told("xyxy", specification=sorting("yxyx")).figures

    assert [(thing.label, thing.right) for thing in figure.things] == [("chose 1", 0), ("chose 3", 0), ("chose 0", 1), ("chose 2", 1)]


def test_a_second_round_stands_beside_the_first():
    [figure] = compared(told("xxyy", "xxyy").figures, told("yxyy", "xxyy").figures)

    assert [(thing.before, thing.counts[thing.right]) for thing in figure.things] == [(1, 2), (2, 2), (2, 2), (2, 2)]
    assert in_words(figure).startswith("chose 0 (boîte x 2 ✓, boîte y 0, à sa place, 1er tour 1)")


@given(st.lists(WHERE, max_size=20).flatmap(lambda answers: st.tuples(st.just(answers), st.permutations(answers))))
def test_the_order_of_the_answers_changes_nothing_and_no_count_exceeds_the_room(case):
    answers, others = case
    summary = EXERCISE.summarise(FOUR, [placed(where) for where in answers])

    assert told(*answers) == told(*others)
    assert 0 <= summary.right <= summary.total == len(answers)
    assert all(sum(counts.values()) == summary.total for counts in summary.places.values())


def test_one_person_s_sorting_reads_category_by_category():
    assert EXERCISE.in_words(FOUR, placed("xyyy")) == "boîte x\u00a0: chose 0\u202f; boîte y\u00a0: chose 1, chose 2, chose 3"
    assert EXERCISE.in_words(FOUR, placed("xxxx")).endswith("boîte y\u00a0: rien")
