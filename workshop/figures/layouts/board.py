"""Texts on a board: twenty-four at most, and of several groups eight of each at most, so that a column is never taller than the screen.

A page of a board holds what was found to fit (`workshop/figures/paging.py`), so all of it is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..board import Board, BoardPage, Group, Note
from .measures import size

MOST, MOST_IN_GROUP = 24, 8
SHORT = 24
"""Letters of a note that still stands on one line where six groups stand side by side."""
PAGE_SIZE = "medium"
NARROW, WIDE = 6, 4
"""How many groups stand side by side: of short notes (or where there are many groups), of long ones."""


@dataclass(frozen=True)
class BoardLayout:
    groups: tuple[Group, ...]
    hidden: int
    has_titles: bool
    size: str
    columns: int
    """How many groups stand side by side, so that no row is left nearly empty; of a page, how many columns its texts fill one after the other."""
    is_page: bool = False


def laid_out(figure: Board) -> BoardLayout:
    groups = _first_of_each(figure.groups)
    notes = [note for group in groups for note in group.notes]
    hidden = sum(len(group.notes) for group in figure.groups) - len(notes)
    return BoardLayout(groups, hidden, any(group.title for group in groups), size(sum(len(note.text) + 20 for note in notes), 320, 800), _columns(groups))


def page_laid_out(figure: BoardPage) -> BoardLayout:
    return BoardLayout(figure.groups, figure.left, figure.has_titles, PAGE_SIZE, figure.columns, is_page=True)


def _columns(groups: Sequence[Group]) -> int:
    is_short = all(len(note.text) <= SHORT for group in groups for note in group.notes)
    most = NARROW if is_short or len(groups) > 2 * WIDE else WIDE
    rows = -(-len(groups) // most) or 1
    return -(-len(groups) // rows)


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
