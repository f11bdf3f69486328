"""What to do next, by rule."""

import pytest

from sessions.reports.document import Gain, Gains
from sessions.reports.hearing import hear
from sessions.reports.suggestions import goal_scores, suggestions
from workshop.plans.model import Goal

from .rooms import chose, material, question, run, step, workshop

GOALS = (Goal(code="MC1", text="Comprendre le marché caché"), Goal(code="MC2", text="Parler à mon réseau"))
OWN = "M07 Le marché caché"


def felt(after: float | None, code: str = "MC2") -> Gains:
    return Gains((), (Gain(code, "Parler à mon réseau", 6, None if after is None else 3.0, after, is_share=False),))


@pytest.mark.parametrize("scores, codes", [
    ({}, []), ({"MC1": 0.6}, []), ({"MC1": 0.59}, ["Comprendre le marché caché"]), ({"MC1": 1.0, "MC2": 0.0}, ["Parler à mon réseau"]),
    ({"MC1": 0.5, "MC2": 0.2}, ["Parler à mon réseau", "Comprendre le marché caché"]),
])  # fmt: skip
def test_a_goal_under_sixty_per_cent_is_to_be_taken_up_again_weakest_first(scores, codes):
    found = suggestions(scores, None, GOALS, {}, OWN)

    assert [suggestion.text for suggestion in found] == [f"Reprendre l’objectif «\u00a0{text}\u00a0» avec le module «\u00a0{OWN}\u00a0»." for text in codes]


def test_the_module_suggested_is_the_one_that_serves_the_goal():
    (found,) = suggestions({"MC1": 0.3}, None, GOALS, {"MC1": "M07 Les bons contacts"}, OWN)

    assert "«\u00a0M07 Les bons contacts\u00a0»" in found.text
    assert found.because == "30\u202f% de réussite"


@pytest.mark.parametrize("score, after, is_there", [
    (0.9, 3.0, True), (0.6, 4.9, True), (0.9, 5.0, False), (0.9, 8.0, False), (0.5, 3.0, False), (0.9, None, False),
])  # fmt: skip
def test_knowing_without_daring_calls_for_practice(score, after, is_there):
    found = suggestions({"MC2": score}, felt(after), GOALS, {}, OWN)

    assert any("jeu de rôle" in suggestion.text for suggestion in found) == is_there


def test_a_confidence_is_not_held_against_another_goal():
    assert suggestions({"MC1": 0.9}, felt(2.0, "MC2"), GOALS, {}, OWN) == ()


@pytest.mark.parametrize("asked, expected", [
    ([("MC1", "after", "aabaa")], {"MC1": 0.8}),
    ([("MC1", "before", "bbbbbb"), ("MC1", "after", "aaaaa")], {"MC1": 1.0}),
    ([("MC1", None, "bbbbb"), ("MC1", "after", "aaaaa")], {"MC1": 0.5}),
    ([("MC1", "after", "aaaa")], {}),
    ([("", None, "aaaaaa")], {}),
    ([("MC1", "after", "pppppp")], {}),
])  # fmt: skip
def test_a_goal_s_score_is_over_five_answers_at_least_and_not_over_what_was_asked_before(asked, expected):
    parts = [question(goal=goal, moment=moment) for goal, moment, _ in asked]
    plan = workshop(*(step(f"s{place}", part) for place, part in enumerate(parts)))
    runs = [run(f"s{place}", chose(part, keys)) for place, (part, (_, _, keys)) in enumerate(zip(parts, asked, strict=True))]

    assert goal_scores(hear(material(plan, *runs))) == pytest.approx(expected)
