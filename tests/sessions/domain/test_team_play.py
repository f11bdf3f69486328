"""A result told team by team: against a shared goal, or from the first to the last; never a person's."""

import pytest

from sessions.domain.results import PartAnswers
from sessions.domain.team_play import told_by_team
from tests.sessions.plans import step_of
from workshop.exercises.dealing import Team
from workshop.plans.model import Step

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
    ({1: "b", 2: "b", 3: None, 4: None}, "Ensemble\u00a0: 100\u202f% de réussite. Objectif 60\u202f%\u00a0: atteint. Pas assez de réponses pour montrer\u00a0: Lune."),
    ({1: "b", 2: "b", 9: "a", 10: "a"}, "Ensemble\u00a0: 100\u202f% de réussite. Objectif 60\u202f%\u00a0: atteint. Pas assez de réponses pour montrer\u00a0: Lune."),
])
def test_the_room_has_one_goal_and_neither_a_pass_nor_who_is_in_no_team_counts(choices, sentence):
    assert told(GOAL, choices).sentence == sentence


@pytest.mark.parametrize(("choices", "names", "sentence"), [
    ({1: "a", 2: "b", 3: "b", 4: "b"}, ["Lune", "Étoile"], "En tête\u00a0: Lune, avec 100\u202f% de réussite."),
    ({1: "b", 2: "b", 3: "b", 4: "b"}, ["Étoile", "Lune"], "À égalité en tête\u00a0: Étoile et Lune, avec 100\u202f% de réussite."),
    ({1: "b", 2: "b", 3: "a"}, ["Étoile"], "En tête\u00a0: Étoile, avec 100\u202f% de réussite. Pas assez de réponses pour montrer\u00a0: Lune."),
])
def test_teams_are_ranked_from_the_first_to_the_last(choices, names, sentence):
    story = told(RANKED, choices)

    assert story.sentence == sentence
    assert [bar.label for bar in story.figures[0].bars] == names


@pytest.mark.parametrize(("step", "choices", "teams"), [
    (step_of("choice"), {1: "b", 2: "b"}, (STARS,)),
    (GOAL, {1: "b", 2: "b"}, ()),
    (GOAL, {}, (STARS, MOONS)),
    (GOAL, {1: None}, (STARS, MOONS)),
])
def test_without_teams_or_answers_nothing_is_told_by_team(step, choices, teams):
    assert told(step, choices, teams) is None


@pytest.mark.parametrize("step", [GOAL, RANKED])
def test_a_team_of_one_answer_is_never_told_for_it_would_be_a_person_s_score(step):
    alone = Team("Soleil", "☀", (5,))
    story = told(step, {1: "b", 2: "a", 3: "a", 4: None, 5: "b"}, (STARS, MOONS, alone))

    assert [bar.label for bar in story.figures[0].bars] == ["Étoile"]
    assert "Lune, Soleil" in story.sentence


@pytest.mark.parametrize("choices", [{1: "b"}, {1: "b", 2: None}])
def test_where_one_person_answered_there_is_nothing_to_tell_by_team(choices):
    assert told(GOAL, choices) is told(RANKED, choices) is None


def test_the_common_goal_is_told_without_the_teams_where_each_has_one_answer():
    story = told(GOAL, {1: "b", 3: "a"})

    assert story.sentence.startswith("Ensemble\u00a0: 50")
    assert story.figures == ()


def test_in_a_block_several_answers_of_one_person_are_still_one_person():
    block = Step(id="bloc", title="Bloc", minutes=5, by_team="goal", parts=GOAL.parts * 2)
    right = GOAL.parts[0].exercise.Answer(choices=("b",))

    assert told_by_team(block, (PartAnswers({1: right}), PartAnswers({1: right})), (STARS,)) is None
