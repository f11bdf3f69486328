"""The counsellor puts somebody into another team."""

from collections.abc import Mapping

from .looks import look_of
from .making import TeamsDeal
from .model import TeamsSpecification


def spots(specification: TeamsSpecification, deal: TeamsDeal) -> Mapping[str, str]:
    return {str(team.look): look_of(team.look).name for team in deal.teams}


def move(specification: TeamsSpecification, deal: TeamsDeal, person: int, key: str) -> TeamsDeal:
    """Return the deal with that person in the team of that key; a team that is left empty is gone."""
    moved = []
    for team in deal.teams:
        others = [member for member in team.members if member != person]
        stays = str(team.look) == key and person in team.members
        members = team.members if stays else (*others, person) if str(team.look) == key else others
        moved.append(team.with_members(members))
    return TeamsDeal(teams=tuple(team for team in moved if team.members))
