"""Who plays with whom. A group's first person plays the first card, the second the second, all others observe."""

from collections.abc import Mapping, Sequence
from random import Random

from pydantic import BaseModel, ConfigDict

from workshop.exercises.dealing import Deal

from .model import RoleplaySpecification

PLAYERS = 2


class Group(BaseModel):
    """`number` stays the group's own as long as it lasts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: int
    members: tuple[int, ...]

    def with_members(self, members: Sequence[int]) -> "Group":
        return Group(number=self.number, members=tuple(members))


class RoleplayDeal(Deal):
    turn: int = 1
    """How often roles were dealt: 1 at first, one more with each change."""
    groups: tuple[Group, ...] = ()

    @property
    def seated(self) -> tuple[int, ...]:
        return tuple(person for group in self.groups for person in group.members)

    def group_of(self, person: int) -> Group:
        """Return the person's group; raises KeyError."""
        found = next((group for group in self.groups if person in group.members), None)
        if found is None:
            raise KeyError(person)
        return found

    def scene_of(self, person: int) -> str:
        """Return the scene in which the person is now: the turn and the group; empty where she has no place."""
        return f"{self.turn}-{self.group_of(person).number}" if person in self.seated else ""


def deal(
    specification: RoleplaySpecification, people: Sequence[int], random: Random, before: RoleplayDeal | None, *, again: bool, scores: Mapping[int, float]
) -> RoleplayDeal:
    """Make the groups; then replace who has left by an observer, have who comes late observe; `again` passes each card on to the next person."""
    if before is None:
        return RoleplayDeal(groups=tuple(_made(specification.people, random.sample(sorted(people), len(people)))))
    here = set(people)
    groups = [group.with_members(_filled(group.members, here)) for group in before.groups]
    groups = _completed([group for group in groups if group.members])
    newcomers = [person for person in people if person not in before.seated]
    groups = _with_newcomers(groups, newcomers, specification.people)
    if not again:
        return RoleplayDeal(turn=before.turn, groups=tuple(groups))
    turned = [group.with_members((*group.members[1:], group.members[0])) for group in groups]
    return RoleplayDeal(turn=before.turn + 1, groups=tuple(turned))


def _made(size: int, order: Sequence[int]) -> list[Group]:
    """Cut the row into groups. One left over observes with the first group; two who are left over play as a pair."""
    whole = len(order) - len(order) % size
    chunks = [list(order[start : start + size]) for start in range(0, whole, size)]
    left = list(order[whole:])
    if len(left) == 1 and chunks:
        chunks[0] += left
    elif left:
        chunks.append(left)
    return [Group(number=number, members=tuple(chunk)) for number, chunk in enumerate(chunks, 1)]


def _filled(members: Sequence[int], here: set[int]) -> list[int]:
    """Return the group without those who have gone; an observer takes the card of a player who has."""
    players = [person if person in here else None for person in members[:PLAYERS]]
    observers = [person for person in members[PLAYERS:] if person in here]
    cast = [observers.pop(0) if person is None and observers else person for person in players]
    return [person for person in (*cast, *observers) if person is not None]


def _completed(groups: list[Group]) -> list[Group]:
    """Have nobody left alone: an observer of the fullest group comes to play, or else the one who is left observes another group."""
    done = [group for group in groups if len(group.members) >= PLAYERS]
    for alone in (group for group in groups if len(group.members) < PLAYERS):
        fullest = max(done, key=lambda group: len(group.members), default=None)
        if fullest is None:
            done.append(alone)
        elif len(fullest.members) > PLAYERS:
            done[done.index(fullest)] = fullest.with_members(fullest.members[:-1])
            done.append(alone.with_members((*alone.members, fullest.members[-1])))
        else:
            done[done.index(fullest)] = fullest.with_members((*fullest.members, *alone.members))
    return done


def _with_newcomers(groups: list[Group], newcomers: Sequence[int], size: int) -> list[Group]:
    """Have who comes late join the smallest group, where they observe; two or more who are more than needed play in a group of their own."""
    number = max((group.number for group in groups), default=0)
    waiting = list(newcomers)
    while waiting:
        smallest = min(groups, key=lambda group: len(group.members), default=None)
        if smallest is None or (len(smallest.members) >= size and len(waiting) >= size):
            number += 1
            groups.append(Group(number=number, members=tuple(waiting[:size])))
            del waiting[:size]
        else:
            groups[groups.index(smallest)] = smallest.with_members((*smallest.members, waiting.pop(0)))
    return _relieved(groups, size, number)


def _relieved(groups: list[Group], size: int, number: int) -> list[Group]:
    """Let those play who came after a group was full, as soon as there are two: in threes as well, two who are left over play as a pair."""
    late = [person for group in groups for person in group.members[size:]]
    if len(late) < PLAYERS:
        return groups
    kept = [group.with_members(group.members[:size]) for group in groups]
    return kept + [Group(number=number + offset, members=chunk.members) for offset, chunk in enumerate(_made(size, late), 1)]
