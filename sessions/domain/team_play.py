"""A graded step played by team: each team's mean score, against a goal that all share, or from the first to the last. Never a person's score."""

from collections.abc import Sequence

from workshop.exercises.contract import Story
from workshop.exercises.dealing import Team
from workshop.figures import Bar, Bars
from workshop.plans.model import Step

from .results import PartAnswers


def told_by_team(step: Step, gathered: Sequence[PartAnswers], teams: Sequence[Team]) -> Story | None:
    """Return the result team by team, or None where the step is not played so, there are no teams, or none of them answered.

    A pass is no mistake and is not counted; neither is who is in no team.
    """
    if step.by_team is None or not teams:
        return None
    marks = [(team, _marks(step, gathered, team)) for team in teams]
    played = [(team, round(100 * sum(own) / len(own))) for team, own in marks if own]
    if not played:
        return None
    every = [mark for _, own in marks for mark in own]
    if step.by_team == "goal":
        return Story(_towards(step.team_goal, round(100 * sum(every) / len(every))), (_bars("Chaque équipe, en % de réussite", played),))
    played.sort(key=lambda one: -one[1])
    return Story(_first(played), (_bars("Classement, en % de réussite", played),))


def _bars(title: str, played: Sequence[tuple[Team, int]]) -> Bars:
    return Bars(title, tuple(Bar(team.name, percent, team.symbol) for team, percent in played), 100, "%")


def _marks(step: Step, gathered: Sequence[PartAnswers], team: Team) -> list[float]:
    marks: list[float] = []
    for part, answers in zip(step.parts, gathered, strict=True):
        given = [answers.answers[member] for member in team.members if answers.answers.get(member) is not None]
        marks += part.exercise.scores(part.spec, given)
    return marks


def _towards(goal: int, together: int) -> str:
    reached = "atteint" if together >= goal else "pas encore atteint"
    return f"Ensemble\u00a0: {together}\u202f% de réussite. Objectif {goal}\u202f%\u00a0: {reached}."


def _first(played: Sequence[tuple[Team, int]]) -> str:
    best = played[0][1]
    first = [team.name for team, percent in played if percent == best]
    if len(first) == 1:
        return f"En tête\u00a0: {first[0]}, avec {best}\u202f% de réussite."
    return f"À égalité en tête\u00a0: {', '.join(first[:-1])} et {first[-1]}, avec {best}\u202f% de réussite."
