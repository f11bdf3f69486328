"""Texts on a board: twenty-four at most, and of several groups nine of each at most, so that a column is never taller than the screen."""

from dataclasses import dataclass

from ..model import Board, Group, Note
from .measures import size

MOST, MOST_IN_GROUP = 24, 9


@dataclass(frozen=True)
class BoardLayout:
    groups: tuple[Group, ...]
    hidden: int
    has_titles: bool
    size: str


def laid_out(figure: Board) -> BoardLayout:
    groups = _first_of_each(figure.groups)
    notes = [note for group in groups for note in group.notes]
    hidden = sum(len(group.notes) for group in figure.groups) - len(notes)
    return BoardLayout(groups, hidden, any(group.title for group in groups), size(sum(len(note.text) + 20 for note in notes), 320, 800))


def _first_of_each(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """Return the groups with the first notes of each, one from each in turn, so that a large group never hides the others."""
    kept: list[list[Note]] = [[] for _ in groups]
    left = MOST
    for place in range(MOST if len(groups) == 1 else MOST_IN_GROUP):
        for found, group in zip(kept, groups, strict=True):
            if place < len(group.notes) and left > 0:
                found.append(group.notes[place])
                left -= 1
    return tuple(Group(group.title, tuple(notes)) for group, notes in zip(groups, kept, strict=True) if notes)
