"""The words of a room, joined where they are the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.cloud import EXERCISE
from workshop.exercises.cloud.joining import key
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer

SPECIFICATION = EXERCISE.Specification(prompt="Un mot pour dire…", max_words=3, max_length=20)
WORDS = st.lists(st.text("aeéèsxAÉ œ’-", min_size=1, max_size=8), min_size=1, max_size=3)


def read(*words, specification=SPECIFICATION):
    return read_answer(EXERCISE, specification, {"words": list(words)})


def cloud(*answers):
    summary = EXERCISE.summarise(SPECIFICATION, [read(*words) for words in answers])
    return EXERCISE.tell(SPECIFICATION, summary)


def shown(*answers):
    (figure,) = cloud(*answers).figures
    return [(word.text, word.count) for word in figure.words]


@pytest.mark.parametrize(("raw", "because"), [
    ({"words": ["un", "deux", "trois", "quatre"]}, "3 mots au plus"),
    ({"words": [f"mot{n}" for n in range(21)]}, "trop d’éléments"),
    ({"words": ["a" * 21]}, "20 lettres au plus"),
    ({"words": ["a" * 5000]}, "trop longue"),
    ({"words": []}, "au moins un mot"),
    ({"words": ["", "  ", "\x00", "…"]}, "au moins un mot"),
    ({"words": "travail"}, "ne va pas"),
    ({"words": None}, "ne va pas"),
    ({"words": [None]}, "ne va pas"),
    ({"words": [3]}, "ne va pas"),
    ({"words": [["stage"]]}, "ne va pas"),
    ({"words": {"0": "stage"}}, "ne va pas"),
    ({"words": ["stage"], "name": "Léa"}, "ne va pas"),
    ({}, "manque"),
    (["stage"], "ne va pas"),
    (None, "ne va pas"),
])
def test_a_bad_answer_is_refused_with_a_reason(raw, because):
    with pytest.raises(AnswerRefused, match=because):
        read_answer(EXERCISE, SPECIFICATION, raw)


def test_one_word_asked_for_is_said_so():
    one = EXERCISE.Specification(prompt="Un mot", max_words=1)

    with pytest.raises(AnswerRefused, match="un seul mot"):
        read("un", "deux", specification=one)


@pytest.mark.parametrize(("typed", "kept"), [
    (["  été ", "", "CV"], ("été", "CV")),
    (["Stage", "stage", "stages"], ("Stage",)),
    (["confiance.", "«\u00a0envie\u00a0»"], ("confiance", "envie")),
    (["aujourd’hui", "travail d'équipe"], ("aujourd’hui", "travail d'équipe")),
    (["C++", "💪"], ("C++", "💪")),
    (["- envie", "• CV", "-"], ("envie", "CV")),
    (["le travail", "Travail"], ("le travail",)),
])
def test_words_are_trimmed_and_each_counts_once(typed, kept):
    assert read(*typed).words == kept


@pytest.mark.parametrize(("one", "other"), [
    ("métier", "Métiers"), ("été", "ETE"), ("stage", "stages"), ("réseau", "réseaux"), ("animal", "animaux"), ("journal", "journaux"),
    ("travail", "travaux"), ("niveau", "niveaux"), ("jeu", "jeux"), ("CV", "cvs"), ("cœur", "coeurs"), ("savoir-être", "savoir être"),
    ("l’écoute", "l'ecoute"), ("petit boulot", "petits boulots"),
    ("le travail", "du travail"), ("L’ÉCOLE", "école"), ("mon CV", "CV"), ("de l'argent", "Argent"), ("les amis", "ami"), ("de la chance", "la chance"),
    ("❤️", "❤"), ("👍🏽", "👍"), ("œuvre", "OEUVRES"), ("téléphone", "Telephones"),
])
def test_spellings_of_the_same_word_are_joined(one, other):
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [
    ("moi", "mois"), ("fil", "fils"), ("foi", "fois"), ("prix", "pris"), ("cas", "ça"), ("or", "ors"), ("bu", "bus"), ("pari", "Paris"),
    ("cour", "cours"), ("pré", "près"), ("tuyau", "tuyal"), ("poste", "posté e"), ("stress", "stres"), ("un", "une"), ("la", "le"), ("aujourd’hui", "hui"), ("❤", "💔"),
])
def test_different_words_stay_apart(one, other):
    assert key(one) != key(other)


def test_the_commonest_spelling_is_shown_with_its_accents():
    assert shown(["equipe"], ["Équipe"], ["Équipe"], ["équipes"]) == [("Équipe", 4)]
    assert shown(["métiers"], ["metier"], ["métier"]) == [("métier", 3)]
    assert shown(["le travail"], ["du travail"], ["travail"]) == [("travail", 3)]
    assert shown(["cv"], ["Cvs"], ["l'école"], ["un cdi"]) == [("CV", 2), ("CDI", 1), ("l’école", 1)]
    assert shown(["CV"], ["or"], ["été"]) == [("CV", 1), ("été", 1), ("or", 1)]


@pytest.mark.parametrize(("answers", "sentence"), [
    ([], "Aucun mot pour le moment."),
    ([["stage"]], "Un seul mot\u00a0: «\u00a0stage\u00a0»."),
    ([["stage"], ["Stages"]], "Un même mot pour tout le monde\u00a0: «\u00a0stage\u00a0»."),
    ([["stage"], ["bus", "peur"]], "3 mots, tous différents."),
    ([["stage"], ["stage", "bus"]], "Le mot qui revient le plus\u00a0: «\u00a0stage\u00a0», 2 fois."),
    ([["bus", "cv"], ["bus", "cv", "or"]], "Les mots qui reviennent le plus\u00a0: «\u00a0bus\u00a0» et «\u00a0CV\u00a0», 2 fois chacun."),
    ([["a", "b", "c"], ["d", "e", "f"], ["a", "b", "c"], ["d", "e"]], "6 mots différents\u202f; 5 reviennent 2 fois."),
])
def test_the_sentence_names_what_comes_back_most(answers, sentence):
    assert cloud(*answers).sentence == sentence


def test_hidden_words_are_taken_out_and_an_empty_answer_goes():
    answer = read("stage", "oups")

    assert list(EXERCISE.texts(answer)) == ["stage", "oups"]
    assert EXERCISE.without(answer, lambda text: text == "oups") == read("stage")
    assert EXERCISE.without(answer, lambda text: False) == answer
    assert EXERCISE.without(answer, lambda text: True) is None


@given(st.lists(WORDS, max_size=12), st.randoms())
def test_every_word_of_every_person_is_counted_in_whatever_order_they_came(typed, random):
    answers = [EXERCISE.Answer(words=words) for words in typed if any(word.strip(" ’-") for word in words)]
    summary = EXERCISE.summarise(SPECIFICATION, answers)
    random.shuffle(answers)

    assert EXERCISE.summarise(SPECIFICATION, answers) == summary
    assert sum(count for _, count in summary.words) == sum(len(answer.words) for answer in answers)
    assert all(count <= len(answers) for _, count in summary.words)
    assert len({key(text) for text, _ in summary.words}) == len(summary.words)


@given(WORDS.filter(lambda words: any(word.strip(" ’-") for word in words)))
def test_an_answer_read_twice_is_the_same(words):
    answer = EXERCISE.Answer(words=words)

    assert EXERCISE.Answer.model_validate(answer.model_dump(mode="json")) == answer


@given(st.integers(1, 5), st.integers(10, 60), st.randoms(use_true_random=False))
def test_rehearsed_words_fit_any_cloud(max_words, max_length, random):
    specification = EXERCISE.Specification(prompt="Un mot", max_words=max_words, max_length=max_length)
    imagined = EXERCISE.imagine(specification, random)

    assert read(*imagined.words, specification=specification) == imagined


@pytest.mark.parametrize("fields", [{"max_words": 0}, {"max_words": 6}, {"max_length": 5}, {"max_length": 500}, {"bank": ["a"]}])
def test_a_cloud_out_of_bounds_is_refused(fields):
    with pytest.raises(ValidationError):
        EXERCISE.Specification.model_validate({"prompt": "Un mot", **fields})
