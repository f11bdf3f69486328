"""Whether texts fit a space: they fill its columns one after the other, or stand in groups side by side, as a browser lays them out.

The numbers are those of static/css/figures.css, in em of a note's letters; tests/e2e/test_crowded_screens.py holds both together. What is measured
is near the truth and not the truth: the screen's own `fit` does the rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .letters import Words, lines_of

LINE = 1.2
GAP = 0.8
"""Between two columns, and between two rows of groups."""
TITLE = LINE + 0.45
"""A group's title, with the line under it."""
NARROWEST, NARROWEST_GROUP = 13, 7


@dataclass(frozen=True)
class Space:
    """The room that is left to a board, in em."""

    width: float
    height: float

    def column(self, count: int) -> float:
        """Return the width of one of so many columns."""
        return (self.width - (count - 1) * GAP) / count

    def most_columns(self, narrowest: float) -> int:
        return max(1, int((self.width + GAP) / (narrowest + GAP)))


@dataclass(frozen=True)
class Look:
    """What stands beside and above the words of a note, and what is left between two notes."""

    beside: float
    above: float
    between: float

    def height(self, words: Words, width: float) -> float:
        return LINE * lines_of(words, max(width - self.beside, 1)) + self.above


PLAIN = Look(beside=1.32, above=0.72, between=0.35)
CLOSE = Look(beside=1.12, above=0.48, between=0.25)
"""Of a board of small letters."""


class Filled:
    """A space that is filled column by column."""

    def __init__(self, space: Space, columns: int) -> None:
        self.space = space
        self.width = space.column(columns)
        self.columns_left = columns
        self.used = 0.0

    def take(self, words: Words, look: Look, *, under: float = 0, beside: float = 0) -> bool:
        """Put a note under the last one, or on top of the next column; return False where there is no room left.

        It stands `under` its group's title, and has so much `beside` its words.
        """
        height = under + look.height(words, self.width - beside)
        if self.used and self.used + height > self.space.height:
            self.columns_left -= 1
            self.used = 0.0
        self.used += height + look.between
        return self.columns_left > 0 and height <= self.space.height


def holds_texts(texts: Sequence[Words], look: Look, space: Space) -> bool:
    """Whether the texts stand in as many columns as the space is wide for."""
    filled = Filled(space, space.most_columns(NARROWEST))
    return all(filled.take(words, look) for words in texts)


def holds_groups(groups: Sequence[Sequence[Words]], beside: int, look: Look, space: Space) -> bool:
    """Whether the groups, each under its title, stand in rows of at most `beside`."""
    columns = space.most_columns(max(NARROWEST_GROUP, space.column(beside) - 0.1))
    heights = [TITLE + sum(look.height(words, space.column(columns)) + look.between for words in group) for group in groups]
    rows = [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]
    return sum(rows) + GAP * (len(rows) - 1) <= space.height
