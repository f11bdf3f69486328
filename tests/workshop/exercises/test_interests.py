"""Thirty cards whose answers stay on the phone: six sums travel, where somebody shares them, and stand beside no name."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import FOLDER, exercise_type, sample_of

from .plain_form import macros, names, sent

EXERCISE = exercise_type("interests")
SPECIFICATION = sample_of(EXERCISE).specification
LETTERS = "RIASEC"
sums = st.fixed_dictionaries({letter: st.integers(0, 10) for letter in LETTERS})


def answer(**given):
    return read_answer(EXERCISE, SPECIFICATION, {"sums": dict.fromkeys(LETTERS, 0) | given})


def told(*answers):
    return EXERCISE.tell(SPECIFICATION, EXERCISE.summarise(SPECIFICATION, answers))


def test_there_are_thirty_cards_all_different_and_every_family_opens_up_trades():
    cards = [card for kind in SPECIFICATION.kinds for card in kind.cards]

    assert len(set(cards)) == 30
    assert all(len({domain.rome for domain in kind.domains}) == 3 for kind in SPECIFICATION.kinds)


@pytest.mark.parametrize("raw", [
    {"sums": dict.fromkeys(LETTERS, 5), "cards": [2] * 30},
    {"sums": dict.fromkeys(LETTERS, 5) | {"Karim": 1}},
    {"sums": {letter: [2, 2, 2, 2, 2] for letter in LETTERS}},
    {"sums": dict.fromkeys(LETTERS, "beaucoup")},
    {"sums": {letter: {"Réparer un vélo": 2} for letter in LETTERS}},
])
def test_what_was_answered_card_by_card_is_never_stored(raw):
    with pytest.raises(AnswerRefused):
        read_answer(EXERCISE, SPECIFICATION, raw)


def test_a_profile_with_a_family_missing_says_which():
    with pytest.raises(AnswerRefused, match="«\u00a0Comprendre, chercher\u00a0»"):
        read_answer(EXERCISE, SPECIFICATION, {"sums": {letter: 1 for letter in LETTERS if letter != "I"}})


def test_the_form_has_fields_for_six_totals_alone():
    html = macros("interests", "phone.html").form(EXERCISE.public(SPECIFICATION), None)

    assert names(html) == {f"sums.{letter}" for letter in LETTERS}
    with pytest.raises(AnswerRefused):
        read_answer(EXERCISE, SPECIFICATION, nest(sent(html)))


def test_the_fields_of_the_game_have_no_name_and_its_module_sends_nothing():
    module = (FOLDER / "interests" / "phone.js").read_text(encoding="utf-8")

    assert not re.search(r"\bname:|\.name\b|\"name\"", module)
    assert not re.search(r"fetch|XMLHttpRequest|sendBeacon|WebSocket|socket|\bemit\b", module)


def test_the_phone_says_what_stays_and_what_can_be_shared():
    public = EXERCISE.public(SPECIFICATION)
    html = str(macros("interests", "phone.html").form(public, None))

    assert "Tes réponses restent sur ton téléphone." in html
    assert "Ton nom n’est jamais montré avec tes totaux." in html
    assert public["send"] == "Partager mes totaux"


@given(sums)
def test_what_stands_beside_a_name_never_tells_the_profile(given_sums):
    assert EXERCISE.is_private
    assert EXERCISE.in_words(SPECIFICATION, answer(**given_sums)) == "Profil partagé avec le groupe, sans nom"


@given(st.lists(sums, max_size=40), st.randoms())
def test_the_sums_of_the_room_are_those_of_its_people_whatever_the_order(given_sums, random):
    answers = [answer(**one) for one in given_sums]
    summary = EXERCISE.summarise(SPECIFICATION, answers)
    random.shuffle(answers)

    assert EXERCISE.summarise(SPECIFICATION, answers) == summary
    assert summary.sums == {letter: sum(one[letter] for one in given_sums) for letter in LETTERS}
    assert all(0 <= mean <= 10 for mean in summary.means.values())


@given(st.lists(sums, max_size=4))
def test_so_few_that_one_could_be_recognised_see_no_wheel(given_sums):
    story = told(*(answer(**one) for one in given_sums))

    assert [figure.kind for figure in story.figures] == ["table"]
    assert story.figures == told().figures
    assert "personne n’est reconnu" in story.sentence


@pytest.mark.parametrize(("given", "said"), [
    ({"R": 9, "S": 7}, "Le groupe aime surtout «\u00a0Fabriquer, réparer\u00a0» et «\u00a0Aider, expliquer\u00a0»."),
    ({"S": 9, "R": 7}, "Le groupe aime surtout «\u00a0Aider, expliquer\u00a0» et «\u00a0Fabriquer, réparer\u00a0»."),
    ({"R": 9, "S": 7, "C": 7}, "Le groupe aime surtout «\u00a0Fabriquer, réparer\u00a0», «\u00a0Aider, expliquer\u00a0» et «\u00a0Organiser, ranger\u00a0»."),
    ({"A": 3}, "Le groupe aime surtout «\u00a0Créer, imaginer\u00a0»."),
    (dict.fromkeys(LETTERS, 4), "6 profils partagés. Aucune famille ne ressort\u00a0: toutes sont à explorer."),
    ({}, "6 profils partagés, et rien qui plaise encore\u00a0: parlez de ce que vous aimez faire."),
])
def test_the_sentence_says_what_the_group_likes_ties_included(given, said):
    assert said in told(*[answer(**given)] * 6).sentence


def test_the_sentence_names_trades_to_explore_with_their_letter_each_once():
    assert told(*[answer(I=9, S=8)] * 5).sentence.endswith("À explorer\u00a0: Industrie (H), Santé (J), Services à la personne (K).")


def test_the_wheel_shows_the_mean_of_each_family_in_its_order():
    (wheel,) = told(*[answer(R=10)] * 3, *[answer(R=5, C=1)] * 3).figures

    assert [(sector.key, sector.value) for sector in wheel.sectors] == [("R", 7.5), ("I", 0), ("A", 0), ("S", 0), ("E", 0), ("C", 0.5)]
    assert (wheel.most, wheel.unit) == (10, "Moyenne du groupe")


def test_an_author_who_changes_the_families_keeps_the_six():
    kinds = [kind.model_dump() for kind in SPECIFICATION.kinds]

    with pytest.raises(ValidationError, match="dans l’ordre R, I, A, S, E, C"):
        EXERCISE.Specification(prompt="Qu’aimes-tu ?", kinds=kinds[::-1])


def test_the_result_hides_the_profile_of_who_shared_nothing_until_the_phone_recalls_it():
    result = macros("interests", "phone.html").result

    assert re.search(r'class="interests-profile" hidden', str(result(SPECIFICATION, None, None)))
    assert '<ul class="interests-profile">' in str(result(SPECIFICATION, answer(R=9), None))
