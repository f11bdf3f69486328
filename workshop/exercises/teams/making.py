"""How teams are made, and kept true to who is there. Sizes never differ by more than one when they are made."""

from collections.abc import Mapping, Sequence
from random import Random

from pydantic import BaseModel, ConfigDict

from workshop.exercises.dealing import Deal

from .model import TeamsSpecification


class OneTeam(BaseModel):
    """`look` is the number of its name, sign and colour: it stays when others come and go."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    look: int
    members: tuple[int, ...] = ()

    def with_members(self, members: Sequence[int]) -> "OneTeam":
        return OneTeam(look=self.look, members=tuple(members))


class TeamsDeal(Deal):
    teams: tuple[OneTeam, ...] = ()

    @property
    def seated(self) -> tuple[int, ...]:
        return tuple(person for team in self.teams for person in team.members)

    def team_of(self, person: int) -> OneTeam:
        """Return the person's team; raises KeyError."""
        found = next((team for team in self.teams if person in team.members), None)
        if found is None:
            raise KeyError(person)
        return found


def deal(
    specification: TeamsSpecification, people: Sequence[int], random: Random, before: TeamsDeal | None, *, again: bool, scores: Mapping[int, float]
) -> TeamsDeal:
    """Make the teams; afterwards leave everybody where they are, take out who has gone, and put newcomers into the smallest team.

    A team of newcomers alone is made only where all others are full: nobody should sit alone for long.
    """
    if before is None or again:
        return _made(specification, _order(people, random, scores))
    here = set(people)
    teams = [team.with_members([person for person in team.members if person in here]) for team in before.teams]
    teams = [team for team in teams if team.members]
    newcomers = [person for person in people if person not in before.seated]
    for place, person in enumerate(newcomers, 1):
        seated = len(people) - len(newcomers) + place
        smallest = min(teams, key=lambda team: len(team.members), default=None)
        is_full = smallest is None or len(smallest.members) >= specification.most
        if is_full and len(teams) < specification.wanted(seated):
            teams.append(OneTeam(look=free_look(teams), members=(person,)))
        else:
            teams[teams.index(smallest)] = smallest.with_members((*smallest.members, person))
    return TeamsDeal(teams=tuple(teams))


def _order(people: Sequence[int], random: Random, scores: Mapping[int, float]) -> list[int]:
    """Return the people in the order in which they are handed out: by chance, or from the best score down where there are scores.

    Who has no score yet counts as the middle of the room; equal ones stand in an order of chance.
    """
    order = random.sample(sorted(people), len(people))
    if not scores:
        return order
    middle = sum(scores.values()) / len(scores)
    return sorted(order, key=lambda person: -scores.get(person, middle))


def _made(specification: TeamsSpecification, order: Sequence[int]) -> TeamsDeal:
    """Hand out there and back again (1 2 3 3 2 1 …), so that the first team does not get the best of every row."""
    count = specification.wanted(len(order))
    members: list[list[int]] = [[] for _ in range(count)]
    for place, person in enumerate(order):
        row, column = divmod(place, count)
        members[column if row % 2 == 0 else count - 1 - column].append(person)
    return TeamsDeal(teams=tuple(OneTeam(look=look, members=tuple(found)) for look, found in enumerate(members) if found))


def free_look(teams: Sequence[OneTeam]) -> int:
    """Return the first look that none of these teams has."""
    taken = {team.look for team in teams}
    return next(look for look in range(len(teams) + 1) if look not in taken)
