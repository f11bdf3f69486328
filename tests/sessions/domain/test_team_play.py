"""A result told team by team: against a shared goal, or from the first to the last; never a person's."""

import pytest

from sessions.domain.results import PartAnswers
from sessions.domain.team_play import told_by_team
from tests.sessions.plans import step_of
from workshop.exercises.dealing import Team

STARS, MOONS = Team("Étoile", "★", (1, 2)), Team("Lune", "☾", (3, 4))
GOAL = step_of("choice", by_team="goal", team_goal=60)
RANKED = step_of("choice", by_team="ranking")


def told(step, choices, teams=(STARS, MOONS)):
    answer = step.parts[0].exercise.Answer
    given = {person: None if choice is None else answer(choices=(choice,)) for person, choice in choices.items()}
    return told_by_team(step, (PartAnswers(given),), teams)


@pytest.mark.parametrize(("choices", "sentence"), [
    ({1: "b", 2: "b", 3: "b", 4: "a"}, "Ensemble\u00a0: 75\u202f% de réussite. Objectif 60\u202f%\u00a0: atteint."),
    ({1: "b", 2: "a", 3: "a", 4: "a"}, "Ensemble\u00a0: 25\u202f% de réussite. Objectif 60\u202f%\u00a0: pas encore atteint."),
    ({1: "b", 2: None, 3: None, 4: None}, "Ensemble\u00a0: 100\u202f% de réussite. Objectif 60\u202f%\u00a0: atteint."),
    ({1: "b", 9: "a", 10: "a"}, "Ensemble\u00a0: 100\u202f% de réussite. Objectif 60\u202f%\u00a0: atteint."),
])
def test_the_room_has_one_goal_and_neither_a_pass_nor_who_is_in_no_team_counts(choices, sentence):
    assert told(GOAL, choices).sentence == sentence


@pytest.mark.parametrize(("choices", "names", "sentence"), [
    ({1: "a", 2: "b", 3: "b", 4: "b"}, ["Lune", "Étoile"], "En tête\u00a0: Lune, avec 100\u202f% de réussite."),
    ({1: "b", 3: "b"}, ["Étoile", "Lune"], "À égalité en tête\u00a0: Étoile et Lune, avec 100\u202f% de réussite."),
    ({1: "b"}, ["Étoile"], "En tête\u00a0: Étoile, avec 100\u202f% de réussite."),
])
def test_teams_are_ranked_from_the_first_to_the_last(choices, names, sentence):
    story = told(RANKED, choices)

    assert story.sentence == sentence
    assert [bar.label for bar in story.figures[0].bars] == names


@pytest.mark.parametrize(("step", "choices", "teams"), [
    (step_of("choice"), {1: "b"}, (STARS,)),
    (GOAL, {1: "b"}, ()),
    (GOAL, {}, (STARS, MOONS)),
    (GOAL, {1: None}, (STARS, MOONS)),
])
def test_without_teams_or_answers_nothing_is_told_by_team(step, choices, teams):
    assert told(step, choices, teams) is None
