"""A few words of one's own."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer
from workshop.exercises.text import EXERCISE
from workshop.figures import Board

SPECIFICATION = EXERCISE.Specification(prompt="Écris la première phrase.", starter="Bonjour, je…", max_length=60)


def read(text):
    return read_answer(EXERCISE, SPECIFICATION, {"text": text})


def story(*texts):
    return EXERCISE.tell(SPECIFICATION, EXERCISE.summarise(SPECIFICATION, [EXERCISE.Answer(text=text) for text in texts]))


@pytest.mark.parametrize(("raw", "because"), [
    ({"text": ""}, "Écris quelque chose"),
    ({"text": " \r\n\t "}, "Écris quelque chose"),
    ({"text": "\x00\x07"}, "Écris quelque chose"),
    ({"text": "a" * 61}, "Enlève au moins 1 lettre et"),
    ({"text": "a" * 70}, "Enlève au moins 10 lettres"),
    ({"text": "a" * 50_000}, "trop longue"),
    ({"text": "Bonjour, je"}, "Écris la suite"),
    ({"text": " bonjour, je… "}, "Écris la suite"),
    ({"text": None}, "ne va pas"),
    ({"text": 12}, "ne va pas"),
    ({"text": ["Bonjour"]}, "ne va pas"),
    ({"text": {"fr": "Bonjour"}}, "ne va pas"),
    ({"text": "Bonjour, je viens.", "author": "Léa"}, "ne va pas"),
    ({}, "manque"),
    ("Bonjour, je viens.", "ne va pas"),
    (None, "ne va pas"),
])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SPECIFICATION, raw)


def test_a_text_of_just_the_length_is_kept_and_line_breaks_count_once():
    assert len(read("a" * 60).text) == 60
    assert len(read("a\r\n" * 30).text) == 59


def test_a_text_keeps_its_lines_and_its_quotes_and_loses_what_cannot_be_seen():
    assert read("  Madame,\r\nje\x00 dis <b>«\u00a0oui\u00a0»</b> ").text == "Madame,\nje dis <b>« oui »</b>"


def test_half_an_emoji_does_not_lose_the_text_around_it():
    assert read("Je viens \ud83d").text == "Je viens"


def test_the_field_starts_with_the_beginning_ready_to_be_gone_on_with():
    assert EXERCISE.public(SPECIFICATION)["opening"] == "Bonjour, je "
    assert EXERCISE.public(EXERCISE.Specification(prompt="Écris."))["opening"] == ""


def test_a_text_may_leave_the_beginning_out():
    assert read("Madame, je cherche un stage.").text == "Madame, je cherche un stage."


@pytest.mark.parametrize(("texts", "sentence"), [
    ([], "Personne n’a encore écrit."),
    (["Je viens."], "Une personne a écrit."),
    (["Je viens.", "Je viens."], "2 personnes ont écrit\u00a0: à lire ensemble."),
])
def test_the_sentence_says_how_many_wrote(texts, sentence):
    assert story(*texts).sentence == sentence


def test_a_hidden_text_leaves_nothing():
    answer = read("Je viens.")

    assert list(EXERCISE.texts(answer)) == ["Je viens."]
    assert EXERCISE.without(answer, lambda text: True) is None
    assert EXERCISE.without(answer, lambda text: False) == answer


@given(st.lists(st.text("abcé ", min_size=1, max_size=6).filter(str.strip), max_size=20), st.randoms())
def test_the_board_shows_every_text_and_not_who_came_first(texts, random):
    told = story(*texts)
    (board,) = told.figures
    random.shuffle(texts)

    assert isinstance(board, Board)
    assert len(board.groups) == 1
    assert len(board.groups[0].notes) == len({" ".join(text.split()) for text in texts})
    assert story(*texts) == told


@given(st.text(max_size=60))
def test_whatever_is_typed_is_refused_or_comes_back_the_same(typed):
    try:
        answer = read(typed)
    except AnswerRefused:
        assume(False)

    assert read_answer(EXERCISE, SPECIFICATION, answer.model_dump(mode="json")) == answer
    assert EXERCISE.in_words(SPECIFICATION, answer) == answer.text


@given(st.integers(20, 300), st.text("abc …", max_size=80), st.randoms(use_true_random=False))
def test_a_rehearsed_text_fits_any_length_and_any_beginning(max_length, starter, random):
    assume(len(starter.strip()) <= max_length - 10)
    specification = EXERCISE.Specification(prompt="Écris.", starter=starter, max_length=max_length)
    imagined = EXERCISE.imagine(specification, random)

    assert read_answer(EXERCISE, specification, imagined.model_dump()) == imagined


@pytest.mark.parametrize("fields", [
    {"max_length": 5}, {"max_length": 5000}, {"rows": 0}, {"rows": 40}, {"starter": "a" * 81}, {"starter": "a" * 15, "max_length": 20}, {"bank": 1},
])
def test_a_text_that_could_not_be_written_is_refused(fields):
    with pytest.raises(ValidationError):
        EXERCISE.Specification.model_validate({"prompt": "Écris.", **fields})
