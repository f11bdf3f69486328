"""A text whose missing words are chosen from a bank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.gaps import EXERCISE
from workshop.exercises.opaque import opaque
from workshop.exercises.reading import read_answer
from workshop.figures import in_words

TEXT = "Je [prends] le bus. J’[arrive] à l’heure.\nJe [dis] bonjour, puis je [range] mon sac."
WORDS = ("prends", "arrive", "dis", "range")


def gaps(text=TEXT, decoys=("mange",), **fields):
    return EXERCISE.Specification.model_validate({"prompt": "Remplis les trous.", "text": text, "decoys": list(decoys), **fields})


FOUR = gaps()


def filled(*words, specification=FOUR):
    return EXERCISE.Answer(words={gap.key: opaque(word) for gap, word in zip(specification.gaps, words, strict=True)})


RIGHT = filled(*WORDS)
SWAPPED = filled("arrive", "prends", "dis", "range")
DECOY = filled("prends", "arrive", "mange", "range")
FILLINGS = st.permutations([*WORDS, "mange"]).map(lambda words: filled(*words[:4]))


def told(*answers):
    return EXERCISE.tell(FOUR, EXERCISE.summarise(FOUR, answers))


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("answer", "expected"), [
    (RIGHT, 1), (DECOY, 0.75), (SWAPPED, 0.5), (filled("mange", "prends", "dis", "range"), 0.5), (filled("arrive", "dis", "range", "prends"), 0),
])
def test_the_score_is_the_share_of_gaps_that_hold_their_word(answer, expected):
    assert EXERCISE.grade(FOUR, answer).score == expected


@given(FILLINGS)
def test_a_score_lies_between_0_and_1_and_is_1_only_when_every_word_is_in_its_gap(answer):
    grade = EXERCISE.grade(FOUR, answer)

    assert 0 <= grade.score <= 1
    assert grade.is_right == (answer == RIGHT)
    assert grade == EXERCISE.grade(FOUR, answer)


@given(st.permutations(WORDS))
def test_which_word_goes_into_which_gap_changes_nothing_of_what_a_phone_may_know(words):
    text = TEXT
    for place, word in enumerate(WORDS):
        text = text.replace(f"[{word}]", f"[<{place}>]")
    for place, word in enumerate(words):
        text = text.replace(f"<{place}>", word)

    assert EXERCISE.public(gaps(text)) == EXERCISE.public(FOUR)


def test_the_phone_gets_the_text_cut_at_its_gaps_and_the_words_in_the_order_of_the_alphabet():
    public = EXERCISE.public(gaps("[Bonjour] à tous,\nje [suis] là", decoys=["ami"]))

    assert public["pieces"] == [{"gap": "1"}, {"text": " à tous,\nje "}, {"gap": "2"}, {"text": " là"}]
    assert [word["label"] for word in public["words"]] == ["ami", "Bonjour", "suis"]
    assert all(word["id"] == opaque(word["label"]) for word in public["words"])


@pytest.mark.parametrize(("raw", "because"), [
    ({"words": {"1": opaque("prends"), "2": opaque("arrive"), "4": opaque("range")}}, "Le trou 3 est vide"),
    ({"words": {"1": opaque("dis")}}, "Le trou 2 est vide"),
    ({"words": {"1": opaque("dis"), "2": opaque("dis"), "3": opaque("range"), "4": opaque("mange")}}, "« dis » sert deux fois"),
    ({"words": {"5": opaque("dis")}}, "ne fait pas partie"),
    ({"words": {"0": opaque("dis")}}, "ne fait pas partie"),
    ({"words": {"1": "i0000000"}}, "ne fait pas partie"),
    ({"words": {"1": "prends"}}, "ne fait pas partie"),
    ({"words": {"1": "<script>alert(1)</script>"}}, "trop longue"),
    ({"words": {"1": "i" * 100_000}}, "trop longue"),
    ({"words": {"1" * 100_000: opaque("dis")}}, "trop longue"),
    ({"words": {str(number): "x" for number in range(9)}}, "trop d’éléments"),
    ({"words": {}}, "Choisis"),
    ({"words": {"1": 1}}, "ne va pas"),
    ({"words": {"1": None}}, "ne va pas"),
    ({"words": {"1": [opaque("dis")]}}, "ne va pas"),
    ({"words": [opaque(word) for word in WORDS]}, "ne va pas"),
    ({"words": None}, "ne va pas"),
    ({"words": {"1": opaque("dis")}, "score": 1}, "ne va pas"),
    ({}, "manque"),
], ids=lambda case: repr(case)[:40])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused) as refused:
        read_answer(EXERCISE, FOUR, raw)

    assert because in plain(str(refused.value))


@pytest.mark.parametrize(("text", "decoys", "because"), [
    ("Un texte sans rien à trouver.", ["mot"], "text.: aucun trou"),
    ("Je [prends le bus.", ["mot"], "crochet"),
    ("Je prends] le bus.", ["mot"], "crochet"),
    ("Je [[prends] le] bus.", ["mot"], "crochet"),
    ("Je [] le [bus].", ["mot"], "crochet"),
    ("Je [ ] le [bus].", ["mot"], "crochet"),
    (" ".join(f"[mot{number}]" for number in range(9)), [], "9 trous"),
    ("Je [prends] le bus et je [PRENDS] le train.", [], "deux fois"),
    ("Je [prends] le bus.", ["prends"], "deux fois"),
    ("Je [prends] le bus.", [], "decoys.: un seul mot"),
    (f"Je [{'a' * 31}] le bus.", ["mot"], "trop long"),
    ("Je [prends] le bus.", ["a" * 31], "decoys"),
    ("Je [prends] le bus.", [" "], "decoys"),
    ("Je [prends] le bus.", ["a", "b", "c", "d", "e"], "decoys"),
    (f"Je [prends] {'a' * 700}", ["mot"], "text"),
])
def test_an_author_s_mistake_names_what_is_wrong(text, decoys, because):
    with pytest.raises(ValidationError, match=because):
        gaps(text, decoys)


def test_without_an_explanation_the_words_are_told_in_the_order_of_the_text():
    assert plain(EXERCISE.grade(FOUR, DECOY).explanation) == "Les mots, dans l’ordre du texte : prends, arrive, dis, range."
    assert EXERCISE.grade(gaps(explanation="Voilà."), RIGHT).explanation == "Voilà."


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Personne n’a répondu. Voici les mots à leur place."),
    ([RIGHT], "Tous les mots sont à leur place."),
    ([DECOY], "Une seule réponse : 3 mots sur 4 à la bonne place."),
    ([RIGHT, RIGHT], "Tout le monde a trouvé tous les mots."),
    ([RIGHT, RIGHT, DECOY], "2 sur 3 ont trouvé tous les mots."),
    ([RIGHT, DECOY, DECOY], "1 sur 3 a trouvé tous les mots. Le plus souvent confondu : « dis ». 2 personnes ont mis « mange »."),
    ([SWAPPED, DECOY], "En moyenne, 2 mots sur 4 à la bonne place."),
])
def test_the_sentence_says_how_many_have_it_and_what_is_confused_most(answers, sentence):
    assert plain(told(*answers).sentence) == sentence


def test_the_figure_counts_who_has_each_word_in_its_own_sentence():
    (figure,) = told(RIGHT, RIGHT, DECOY).figures

    assert [(bar.key, plain(bar.label), bar.count) for bar in figure.bars] == [
        ("1", "Je « prends » le bus.", 3), ("2", "J’« arrive » à l’heure.", 3),
        ("3", "Je « dis » bonjour, puis je range mon sac.", 2), ("4", "Je dis bonjour, puis je « range » mon sac.", 3),
    ]  # fmt: skip
    assert figure.total == 3
    assert plain(in_words(figure)).startswith("Combien ont trouvé chaque mot : 1. Je « prends » le bus. (nombre 3)")


def test_of_a_long_sentence_three_words_are_told_on_each_side():
    specification = gaps("Avant. Après deux semaines de stage dans le garage, j’ai [compris] que ce métier me plaît vraiment beaucoup. Voilà.")
    (figure,) = EXERCISE.tell(specification, EXERCISE.summarise(specification, [])).figures

    assert plain(figure.bars[0].label) == "… le garage, j’ai « compris » que ce métier …"


@given(st.lists(FILLINGS, max_size=20).flatmap(lambda answers: st.tuples(st.just(answers), st.permutations(answers))))
def test_the_order_of_the_answers_changes_nothing_and_no_count_exceeds_the_room(case):
    answers, others = case
    summary = EXERCISE.summarise(FOUR, answers)

    assert told(*answers) == told(*others)
    assert 0 <= summary.right <= summary.total == len(answers)
    assert all(sum(counts.values()) == summary.total for counts in summary.words.values())


def test_one_person_s_words_read_gap_by_gap():
    assert EXERCISE.in_words(FOUR, DECOY) == "1. prends\u202f; 2. arrive\u202f; 3. mange\u202f; 4. range"
