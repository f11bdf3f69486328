"""Texts without their authors: the whole board, or one page of it."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Note:
    """A text on a board, with the number of votes it had (None before any vote)."""

    text: str
    votes: int | None = None


@dataclass(frozen=True)
class Group:
    """Notes put together by the counsellor; an empty title is the heap of those not yet grouped."""

    title: str
    notes: tuple[Note, ...]


@dataclass(frozen=True)
class Board:
    """Texts without their authors."""

    kind: ClassVar[str] = "board"
    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class BoardPage(Board):
    """As many texts of a board as a room reads at once, none of them cut: those from `first` to `last`, counted from 1, of `total`.

    They stand in so many columns. `left` is how many come after the last page that a screen shows; it is told on that page alone.
    """

    columns: int
    first: int
    last: int
    total: int
    has_titles: bool = False
    """Whether the whole board has groups: then the heap of the others is named too."""
    left: int = 0
