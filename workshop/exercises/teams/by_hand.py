"""The counsellor puts somebody into another team, or into a new one."""

from collections.abc import Mapping

from .looks import look_of
from .making import OneTeam, TeamsDeal, free_look
from .model import TeamsSpecification


def spots(specification: TeamsSpecification, deal: TeamsDeal) -> Mapping[str, str]:
    """Return the teams and, last, the one that could be made; none where everybody is alone already."""
    found = {str(team.look): look_of(team.look).name for team in deal.teams}
    if any(len(team.members) > 1 for team in deal.teams):
        fresh = free_look(deal.teams)
        found[str(fresh)] = f"Nouvelle équipe\u00a0: {look_of(fresh).name}"
    return found


def move(specification: TeamsSpecification, deal: TeamsDeal, person: int, key: str) -> TeamsDeal:
    """Return the deal with that person in the team of that key, made where it is not there; a team that is left empty is gone."""
    moved = []
    for team in _with_team(deal, int(key)):
        others = [member for member in team.members if member != person]
        stays = str(team.look) == key and person in team.members
        members = team.members if stays else (*others, person) if str(team.look) == key else others
        moved.append(team.with_members(members))
    return TeamsDeal(teams=tuple(team for team in moved if team.members))


def _with_team(deal: TeamsDeal, look: int) -> tuple[OneTeam, ...]:
    is_there = any(team.look == look for team in deal.teams)
    return deal.teams if is_there else (*deal.teams, OneTeam(look=look))
