"""What each phone, the room and the desk may know of a deal."""

from collections.abc import Mapping
from typing import Any

from workshop.exercises.contract import Story
from workshop.figures import Board, Note
from workshop.figures import Group as Notes

from .casting import PLAYERS, RoleplayDeal
from .model import Card, RoleplaySpecification

ONE_BY_ONE = 24
"""Above so many people the screen names a group in one line."""


def seat(specification: RoleplaySpecification, deal: RoleplayDeal, person: int, names: Mapping[int, str]) -> Mapping[str, Any]:
    """Return this person's card, who the others are, and whether to fill in the grid; `card` is None for who is still alone."""
    group = deal.group_of(person)
    if len(group.members) < PLAYERS:
        return {"card": None}
    mates = [
        {"name": names[mate], "role": _card(specification, group.members.index(mate)).title} for mate in group.members if mate != person and mate in names
    ]
    return {
        "card": _card(specification, group.members.index(person)).model_dump(mode="json"),
        "mates": mates,
        "has_grid": asks(specification, deal, person),
        "plays": group.members.index(person) < PLAYERS,
        "scene": deal.scene_of(person),
    }


def asks(specification: RoleplaySpecification, deal: RoleplayDeal, person: int) -> bool:
    """Observers fill in the grid; in a pair it is the second one, after the scene."""
    members = next((group.members for group in deal.groups if person in group.members), ())
    return len(members) >= PLAYERS and person in (members[PLAYERS:] or members[1:])


def show(specification: RoleplaySpecification, deal: RoleplayDeal, names: Mapping[int, str]) -> Story:
    """Return who is together, without roles: those stand on the phones."""
    if not deal.groups:
        return Story("Il n’y a encore personne.")
    is_long = len(deal.seated) > ONE_BY_ONE
    groups = tuple(Notes(f"Groupe {group.number}", _notes([names[one] for one in group.members if one in names], is_long)) for group in deal.groups)
    return Story("Rejoins ton groupe. Ta carte est sur ton téléphone.", (Board("", groups),))


def place(specification: RoleplaySpecification, deal: RoleplayDeal, person: int) -> str:
    if person not in deal.seated:
        return ""
    group = deal.group_of(person)
    role = _card(specification, group.members.index(person)).title if len(group.members) >= PLAYERS else "attend"
    return f"groupe {group.number}, {role[:1].lower()}{role[1:]}"


def _card(specification: RoleplaySpecification, place: int) -> Card:
    return (specification.first, specification.second)[place] if place < PLAYERS else specification.observer


def _notes(aliases: list[str], is_long: bool) -> tuple[Note, ...]:
    return tuple(Note(text) for text in ([", ".join(sorted(aliases))] if is_long else sorted(aliases)))
