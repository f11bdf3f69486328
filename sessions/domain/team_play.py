"""A graded step played by team: each team's mean score, against a goal that all share, or from the first to the last. Never a person's score."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from workshop.exercises.contract import Story
from workshop.exercises.dealing import Team
from workshop.figures import Bar, Bars
from workshop.plans.model import Step

from .live_session import LiveSession
from .refusals import NotNow
from .results import PartAnswers

FEWEST = 2
"""Answers that a team needs to be told: the mean of one is a person's own score, and the whole team knows whose."""

How = Literal["goal", "ranking", "none"]
LABELS: Sequence[tuple[How, str]] = (("goal", "Par équipe : un but commun"), ("ranking", "Par équipe : un classement"), ("none", "Sans les équipes"))


def ways_to_play(live: LiveSession) -> Mapping[How, str]:
    """Return how else the current step can be played, with what the desk calls it; none where no team was made, or where nothing is right or wrong."""
    step = live.step
    if step is None or step.covers or not any(part.exercise.grade for part in step.parts) or not _teams_were_made(live):
        return {}
    return {how: label for how, label in LABELS if how != (step.by_team or "none")}


def play_by_team(live: LiveSession, how: How) -> None:
    """Play the current step by team, or no longer; answers stay as they are. Raises NotNow where that is not possible."""
    if how not in ways_to_play(live):
        raise NotNow("no_team_play")
    changed = live.step.model_copy(update={"by_team": None if how == "none" else how})
    live.plan = live.plan.model_copy(update={"steps": tuple(changed if step.id == changed.id else step for step in live.plan.steps)})


def aim_of(step: Step, teams: Sequence[Team]) -> str:
    """Return what the room is told while it plays; empty where the step is not played by team, or there are no teams."""
    if step.by_team is None or not teams:
        return ""
    if step.by_team == "goal":
        return f"Notre but ensemble\u00a0: {step.team_goal}\u202f% de réussite."
    return "Chaque réponse compte pour l’équipe."


def team_of(teams: Sequence[Team], person: int) -> Team | None:
    return next((team for team in teams if person in team.members), None)


def told_by_team(step: Step, gathered: Sequence[PartAnswers], teams: Sequence[Team]) -> Story | None:
    """Return the result team by team, or None where the step is not played so, there are no teams, or too few of them answered.

    A pass is no mistake and is not counted; neither is who is in no team.
    """
    if step.by_team is None or not teams:
        return None
    marks = [(team, _marks(step, gathered, team)) for team in teams]
    if sum(len(own) for _, own in marks) < FEWEST:
        return None
    played = [(team, _percent(own.values())) for team, own in marks if len(own) >= FEWEST]
    silent = _too_few([team for team, own in marks if len(own) < FEWEST])
    if step.by_team == "goal":
        together = _percent(scores for _, own in marks for scores in own.values())
        return Story(_towards(step.team_goal, together) + silent, (_bars("Chaque équipe, en % de réussite", played),) if played else ())
    if not played:
        return None
    played.sort(key=lambda one: -one[1])
    return Story(_first(played) + silent, (_bars("Classement, en % de réussite", played),))


def _teams_were_made(live: LiveSession) -> bool:
    dealt = [live.plan.step(run.step_id).dealt_part for run in live.runs if run.opened_at]
    return any(part is not None and part.exercise.dealing.teams is not None for part in dealt)


def _bars(title: str, played: Sequence[tuple[Team, int]]) -> Bars:
    return Bars(title, tuple(Bar(team.name, percent, team.symbol) for team, percent in played), 100, "%")


def _marks(step: Step, gathered: Sequence[PartAnswers], team: Team) -> dict[int, list[float]]:
    """Return the scores of each member who has some: one for each part that was answered."""
    marks: dict[int, list[float]] = {}
    for part, answers in zip(step.parts, gathered, strict=True):
        for member in team.members:
            given = answers.answers.get(member)
            scores = part.exercise.scores(part.spec, [] if given is None else [given])
            if scores:
                marks.setdefault(member, []).extend(scores)
    return marks


def _percent(marks: Iterable[Sequence[float]]) -> int:
    """Return the mean of all scores, in percent."""
    every = [score for scores in marks for score in scores]
    return round(100 * sum(every) / len(every))


def _too_few(teams: Sequence[Team]) -> str:
    return f" Pas assez de réponses pour montrer\u00a0: {', '.join(team.name for team in teams)}." if teams else ""


def _towards(goal: int, together: int) -> str:
    reached = "atteint" if together >= goal else "pas encore atteint"
    return f"Ensemble\u00a0: {together}\u202f% de réussite. Objectif {goal}\u202f%\u00a0: {reached}."


def _first(played: Sequence[tuple[Team, int]]) -> str:
    best = played[0][1]
    first = [team.name for team, percent in played if percent == best]
    if len(first) == 1:
        return f"En tête\u00a0: {first[0]}, avec {best}\u202f% de réussite."
    return f"À égalité en tête\u00a0: {', '.join(first[:-1])} et {first[-1]}, avec {best}\u202f% de réussite."
