"""The exit ticket."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.feedback import EXERCISE
from workshop.exercises.reading import read_answer

SPECIFICATION = EXERCISE.Specification(prompt="Avant de partir", max_length=40)
ANSWERS = st.lists(
    st.builds(
        EXERCISE.Answer, useful=st.integers(1, 3), keep=st.sampled_from(["", "Relancer.", "Appeler."]), unclear=st.sampled_from(["", "Le CPF."])
    ),
    max_size=30,
)


def read(**fields):
    return read_answer(EXERCISE, SPECIFICATION, fields)


def story(*faces, unclear=0):
    answers = [read(useful=face, unclear=f"Point {place}" if place < unclear else "") for place, face in enumerate(faces)]
    return EXERCISE.tell(SPECIFICATION, EXERCISE.summarise(SPECIFICATION, answers))


@pytest.mark.parametrize(("raw", "because"), [
    ({}, "manque"),
    ({"keep": "Relancer."}, "manque"),
    ({"useful": 0}, "ne va pas"),
    ({"useful": 4}, "ne va pas"),
    ({"useful": -1}, "ne va pas"),
    ({"useful": 1.5}, "ne va pas"),
    ({"useful": True}, "Choisis un visage"),
    ({"useful": "très"}, "ne va pas"),
    ({"useful": None}, "ne va pas"),
    ({"useful": [3]}, "ne va pas"),
    ({"useful": 3, "keep": "a" * 41}, "40 lettres"),
    ({"useful": 3, "unclear": "a" * 41}, "40 lettres"),
    ({"useful": 3, "unclear": "a" * 50_000}, "trop longue"),
    ({"useful": 3, "keep": None}, "ne va pas"),
    ({"useful": 3, "keep": ["a"]}, "ne va pas"),
    ({"useful": 3, "keep": 5}, "ne va pas"),
    ({"useful": 3, "name": "Léa"}, "ne va pas"),
    ([3], "ne va pas"),
    ("3", "ne va pas"),
    (None, "ne va pas"),
])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SPECIFICATION, raw)


def test_a_face_is_enough():
    answer = read(useful="2")

    assert (answer.useful, answer.keep, answer.unclear) == (2, "", "")
    assert EXERCISE.in_words(SPECIFICATION, answer) == "Un peu utile"


def test_one_ticket_in_words_says_what_was_written():
    answer = read(useful=3, keep=" Relancer\n après une semaine. ", unclear="Le CPF.")

    assert EXERCISE.in_words(SPECIFICATION, answer) == (
        "Très utile\u202f; je garde\u00a0: Relancer après une semaine.\u202f; pas clair\u00a0: Le CPF."
    )


@pytest.mark.parametrize(("faces", "unclear", "sentence"), [
    ([], 0, "Personne n’a encore répondu."),
    ([1], 0, "Une seule réponse."),
    ([3, 3, 3], 0, "Très utile, pour tout le monde."),
    ([3, 3, 2], 1, "Très utile pour 2 sur 3. Un point est à reprendre."),
    ([1, 1, 1, 3], 2, "Pas utile pour 3 sur 4. 2 points sont à reprendre."),
    ([1, 2, 3, 3], 0, "Les avis sont partagés\u00a0: utile, un peu ou beaucoup, pour 3 sur 4."),
    ([2, 3], 0, "Utile pour tout le monde, un peu ou beaucoup."),
])
def test_the_sentence_says_whether_it_was_useful_and_whether_something_comes_back(faces, unclear, sentence):
    assert story(*faces, unclear=unclear).sentence == sentence


def unclear(*texts):
    summary = EXERCISE.summarise(SPECIFICATION, [read(useful=3, unclear=text) for text in texts])
    return EXERCISE.tell(SPECIFICATION, summary)


@pytest.mark.parametrize("text", ["Rien", "rien !", "RAS", "R.A.S.", "non", "Tout est clair.", "C’était clair", "néant"])
def test_who_writes_that_nothing_is_unclear_makes_no_point(text):
    told = unclear(text, text)

    assert told.sentence == "Très utile, pour tout le monde."
    assert len(told.figures) == 1


def test_the_same_point_written_by_several_is_one_point():
    assert unclear("La lettre", "la lettre.", "rien").sentence == "Très utile, pour tout le monde. Un point est à reprendre."
    assert unclear("La lettre", "Rien compris au CPF").sentence.endswith("2 points sont à reprendre.")


def test_hidden_texts_are_left_empty_and_the_face_stays():
    answer = read(useful=1, keep="Relancer.", unclear="Oups.")

    assert list(EXERCISE.texts(answer)) == ["Relancer.", "Oups."]
    assert EXERCISE.without(answer, lambda text: text == "Oups.") == read(useful=1, keep="Relancer.")
    assert EXERCISE.without(answer, lambda text: True) == read(useful=1)
    assert list(EXERCISE.texts(read(useful=1))) == []


def test_hands_can_be_raised_for_each_face():
    hands = EXERCISE.hands(SPECIFICATION)

    assert {key: hand.answer.useful for key, hand in hands.items()} == {"1": 1, "2": 2, "3": 3}
    assert [hand.label for hand in hands.values()] == [face["label"] for face in EXERCISE.public(SPECIFICATION)["faces"]]


@given(ANSWERS, st.randoms())
def test_every_face_and_every_text_is_told_and_not_who_came_first(answers, random):
    summary = EXERCISE.summarise(SPECIFICATION, answers)
    bars, *boards = EXERCISE.tell(SPECIFICATION, summary).figures
    told = {group.title: len(group.notes) for board in boards for group in board.groups}
    random.shuffle(answers)

    assert EXERCISE.summarise(SPECIFICATION, answers) == summary
    assert sum(bar.count for bar in bars.bars) == bars.total == len(answers)
    written = {"Je garde": {answer.keep for answer in answers}, "Ce n’est pas clair": {answer.unclear for answer in answers}}
    assert told == {title: len(texts - {""}) for title, texts in written.items() if texts - {""}}


@given(st.integers(20, 500), st.randoms(use_true_random=False))
def test_a_rehearsed_ticket_fits_any_length(max_length, random):
    specification = EXERCISE.Specification(prompt="Avant de partir", max_length=max_length)
    imagined = EXERCISE.imagine(specification, random)

    assert read_answer(EXERCISE, specification, imagined.model_dump()) == imagined


@pytest.mark.parametrize("max_length", [0, 19, 501])
def test_a_length_out_of_bounds_is_refused(max_length):
    with pytest.raises(ValidationError):
        EXERCISE.Specification(prompt="Avant de partir", max_length=max_length)
