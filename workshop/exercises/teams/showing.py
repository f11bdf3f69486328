"""What the room and each phone may know of the teams: aliases, names and signs."""

from collections.abc import Iterable, Mapping
from typing import Any

from workshop.exercises.contract import Story
from workshop.exercises.dealing import Team
from workshop.figures import Board, Group, Note

from .looks import look_of
from .making import OneTeam, TeamsDeal
from .model import TeamsSpecification

ONE_BY_ONE = 24
"""Above so many people the screen names a team's members in one line."""


def seat(specification: TeamsSpecification, deal: TeamsDeal, person: int, names: Mapping[int, str]) -> Mapping[str, Any]:
    """Return the team's name, sign, shape and tone, and the aliases of the others in it."""
    team = deal.team_of(person)
    look = look_of(team.look)
    mates = _aliases((mate for mate in team.members if mate != person), names)
    return {"name": look.name, "symbol": look.symbol, "shape": look.shape, "tone": look.tone, "mates": mates}


def show(specification: TeamsSpecification, deal: TeamsDeal, names: Mapping[int, str]) -> Story:
    """Return each team with the aliases of its people."""
    if not deal.teams:
        return Story("Il n’y a encore personne à mettre en équipe.")
    is_long = len(deal.seated) > ONE_BY_ONE
    groups = tuple(_group(team, names, is_long) for team in deal.teams)
    where = "La tienne est sur ton téléphone." if is_long else "Cherche la tienne."
    return Story("1 équipe." if len(groups) == 1 else f"{len(groups)} équipes. {where}", (Board("", groups),))


def place(specification: TeamsSpecification, deal: TeamsDeal, person: int) -> str:
    return look_of(deal.team_of(person).look).name if person in deal.seated else ""


def teams(specification: TeamsSpecification, deal: TeamsDeal) -> tuple[Team, ...]:
    return tuple(_team(team) for team in deal.teams)


def _team(team: OneTeam) -> Team:
    look = look_of(team.look)
    return Team(look.name, look.symbol, team.members, look.tone)


def _aliases(people: Iterable[int], names: Mapping[int, str]) -> list[str]:
    """Return the aliases by the alphabet: the order in which teams were dealt may be that of the results."""
    return sorted(names[person] for person in people if person in names)


def _group(team: OneTeam, names: Mapping[int, str], is_long: bool) -> Group:
    look = look_of(team.look)
    aliases = _aliases(team.members, names)
    return Group(f"{look.symbol} {look.name}", tuple(Note(text) for text in ([", ".join(aliases)] if is_long else aliases)))
