"""Things put into lanes: where the room put each of them, and where it belongs."""

from dataclasses import dataclass
from typing import ClassVar

from .times import ROUNDS, Times


@dataclass(frozen=True)
class Put:
    """One thing, with how many people put it into each lane, in the order of the lanes. `right` is the place of the lane where it belongs, None where any
    will do; `before` is how many put it there at an earlier moment."""

    label: str
    counts: tuple[int, ...]
    right: int | None = None
    before: int | None = None


@dataclass(frozen=True)
class Lanes:
    """`lanes` are their names, from 2 to 4; `total` is the number of people who answered."""

    kind: ClassVar[str] = "lanes"
    title: str
    lanes: tuple[str, ...]
    things: tuple[Put, ...]
    total: int
    times: Times = ROUNDS
