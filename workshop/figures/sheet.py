"""A document that was searched: what was touched in it by how many, and what was to be touched."""

from dataclasses import dataclass
from typing import ClassVar

from .times import ROUNDS, Times


@dataclass(frozen=True)
class Mark:
    """A part of the document. `count` is the number of people who touched it, None for text that is only read. `name` is what the room calls it.

    On a picture `box` is its place: left, top, width and height in the picture's units. `before` is the same count at an earlier moment.
    """

    text: str
    count: int | None = None
    name: str = ""
    is_right: bool = False
    before: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True)
class Sheet:
    """`lines` are those of the text; on a picture (a `data:` address, `width` × `height` units) there is one, of all its marks.

    `total`: who answered; `before_total`: who did at the earlier moment.
    """

    kind: ClassVar[str] = "sheet"
    title: str
    lines: tuple[tuple[Mark, ...], ...]
    total: int
    picture: str = ""
    width: float = 0
    height: float = 0
    times: Times = ROUNDS
    before_total: int | None = None

    @property
    def counted(self) -> tuple[Mark, ...]:
        """What could be touched, in the order of reading."""
        return tuple(mark for line in self.lines for mark in line if mark.count is not None)
