"""Words on the left, meanings on the right, each once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.matching import EXERCISE
from workshop.exercises.reading import read_answer
from workshop.figures import in_words

KEYS = "abcdefgh"


def pair(key, right=None):
    return {"key": key, "left": f"mot {key}", "right": right or f"sens {key}"}


def matching(count=4, **fields):
    return EXERCISE.Specification.model_validate({"prompt": "Relie.", "pairs": [pair(key) for key in KEYS[:count]], **fields})


FOUR = matching(decoys=["en trop"])
RIGHT = {pair.key: pair.right_id for pair in FOUR.pairs}
DECOY = next(name for name, text in FOUR.rights.items() if text == "en trop")


def joined(chosen, specification=FOUR):
    """Return the answer that puts beside each key the meaning of another ("b" beside "a"), or the decoy ("-")."""
    ids = {pair.key: pair.right_id for pair in specification.pairs}
    return EXERCISE.Answer(pairs={key: DECOY if other == "-" else ids[other] for key, other in zip(KEYS, chosen, strict=False) if other != "."})


def told(*answers):
    return EXERCISE.tell(FOUR, EXERCISE.summarise(FOUR, [joined(chosen) for chosen in answers]))


ORDERS = st.permutations("abcd").map("".join)


@pytest.mark.parametrize(("chosen", "expected"), [("abcd", 1), ("bacd", 0.5), ("badc", 0), ("abc-", 0.75), ("a...", 0.25), (".b..", 0.25), ("-...", 0), ("abc.", 0.75)])
def test_the_score_is_the_share_of_right_pairs(chosen, expected):
    assert EXERCISE.grade(FOUR, joined(chosen)).score == expected


@given(st.integers(2, 8).flatmap(lambda count: st.tuples(st.just(count), st.permutations(KEYS[:count]))))
def test_a_score_lies_between_0_and_1_and_is_1_only_when_every_pair_is_right(case):
    count, order = case
    grade = EXERCISE.grade(matching(count), joined(order, matching(count)))

    assert 0 <= grade.score <= 1
    assert grade.is_right == ("".join(order) == KEYS[:count])


@given(ORDERS)
def test_which_meaning_goes_with_which_word_changes_nothing_of_what_a_phone_may_know(order):
    others = EXERCISE.Specification.model_validate(
        {"prompt": "Relie.", "pairs": [pair(key, f"sens {other}") for key, other in zip("abcd", order, strict=True)], "decoys": ["en trop"]}
    )

    assert EXERCISE.public(others) == EXERCISE.public(FOUR)


def test_the_meanings_come_in_the_order_of_the_alphabet_under_names_of_their_own():
    public = EXERCISE.public(matching(pairs=[pair("a", "zoo"), pair("b", "Âne"), pair("c", "ami")]))

    assert [right["label"] for right in public["rights"]] == ["ami", "zoo", "Âne"]
    assert {right["id"] for right in public["rights"]}.isdisjoint(left["key"] for left in public["lefts"])


@pytest.mark.parametrize(("raw", "because"), [
    ({"pairs": {"z": RIGHT["a"]}}, "ne fait pas partie"),
    ({"pairs": {"a": "i0000000"}}, "ne fait pas partie"),
    ({"pairs": {"a": "a"}}, "ne fait pas partie"),
    ({"pairs": {"a": "sens a"}}, "ne fait pas partie"),
    ({"pairs": {"a": RIGHT["a"], "b": RIGHT["a"]}}, "« sens a » sert deux fois"),
    ({"pairs": {"a": DECOY, "b": DECOY}}, "« en trop » sert deux fois"),
    ({"pairs": {"a": "<script>alert(1)</script>"}}, "trop longue"),
    ({"pairs": {"a": "i" * 100_000}}, "trop longue"),
    ({"pairs": {"a" * 100_000: RIGHT["a"]}}, "trop longue"),
    ({"pairs": {f"k{number}": "x" for number in range(9)}}, "trop d’éléments"),
    ({"pairs": {}}, "Choisis"),
    ({"pairs": {"a": 1}}, "ne va pas"),
    ({"pairs": {"a": None}}, "ne va pas"),
    ({"pairs": {"a": [RIGHT["a"]]}}, "ne va pas"),
    ({"pairs": [["a", RIGHT["a"]]]}, "ne va pas"),
    ({"pairs": "a"}, "ne va pas"),
    ({"pairs": None}, "ne va pas"),
    ({"pairs": RIGHT, "score": 1}, "ne va pas"),
    ({}, "manque"),
    ([], "ne va pas"),
], ids=lambda case: repr(case)[:40])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused) as refused:
        read_answer(EXERCISE, FOUR, raw)

    assert because in str(refused.value).replace("\u00a0", " ")


@pytest.mark.parametrize(("fields", "because"), [
    ({"pairs": [pair("a")]}, "pairs"),
    ({"pairs": [pair("a"), pair("a", "autre")]}, "même identifiant"),
    ({"pairs": [pair("a"), pair("b") | {"left": "MOT a"}]}, "deux fois à gauche"),
    ({"pairs": [pair("a", "pareil"), pair("b", "Pareil")]}, "deux fois à droite"),
    ({"decoys": ["sens a"]}, "deux fois à droite"),
    ({"decoys": ["a", "b", "c", "d", "e"]}, "decoys"),
    ({"decoys": [""]}, "decoys"),
    ({"pairs": [pair("A"), pair("b")]}, "key"),
])
def test_an_author_s_mistake_names_what_is_wrong(fields, because):
    with pytest.raises(ValidationError, match=because):
        matching(**fields)


@pytest.mark.parametrize("keys", ["bacd", "badc", "bcda"])
def test_without_an_explanation_two_missed_pairs_are_told_for_all_stand_above(keys):
    explanation = EXERCISE.grade(FOUR, joined(keys)).explanation.replace("\u00a0", " ")

    assert explanation == "« mot a » va avec « sens a ». « mot b » va avec « sens b »."


def test_an_author_s_explanation_is_told_to_all():
    assert EXERCISE.grade(matching(explanation="Voilà pourquoi."), joined("abcd")).explanation == "Voilà pourquoi."


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a répondu. Voici les bonnes paires."),
    (["abcd"], "Toutes les paires sont justes."),
    (["bacd"], "Une seule réponse : 2 paires justes sur 4."),
    (["abcd", "abcd"], "Tout le monde a trouvé toutes les paires."),
    (["abcd", "abcd", "abc-"], "La paire la plus difficile : « mot d » va avec « sens d ». 2 sur 3 l’ont trouvée."),
    (["abcd", "abc-"], "La paire la plus difficile : « mot d » va avec « sens d ». 1 sur 2 l’a trouvée."),
    (["abcd", "abdc"], "Une des paires les plus difficiles : « mot c » va avec « sens c ». 1 sur 2 l’a trouvée."),
    (["abc-", "abc."], "Personne n’a trouvé celle-ci : « mot d » va avec « sens d »."),
    (["abcd", "badc"], "Chaque paire est trouvée par 1 sur 2."),
    (["badc", "dcba"], "Aucune paire n’était facile. À revoir ensemble."),
])
def test_the_sentence_names_the_pair_most_missed(answers, sentence):
    assert told(*answers).sentence.replace("\u00a0", " ") == sentence


def test_the_figure_counts_who_has_each_pair():
    (figure,) = told("abcd", "bacd", "abc.").figures

    assert [(bar.label, bar.count, bar.is_right) for bar in figure.bars] == [
        ("mot a\u00a0: sens a", 2, False), ("mot b\u00a0: sens b", 2, False), ("mot c\u00a0: sens c", 3, False), ("mot d\u00a0: sens d", 2, False),
    ]  # fmt: skip
    assert figure.total == 3
    assert in_words(figure).startswith("Combien ont trouvé chaque paire\u00a0: mot a\u00a0: sens a (nombre 2)")


@given(st.lists(ORDERS, max_size=20).flatmap(lambda answers: st.tuples(st.just(answers), st.permutations(answers))))
def test_the_order_of_the_answers_changes_nothing(case):
    answers, others = case

    assert told(*answers) == told(*others)


def test_one_person_s_pairs_read_word_by_word():
    assert EXERCISE.in_words(FOUR, joined("b.-.")) == "mot a\u00a0: sens b\u202f; mot c\u00a0: en trop"
