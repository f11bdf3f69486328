"""The document as it was searched: each place with the share of the room that touched it; on a picture, a letter in each zone and a list beside it."""

from dataclasses import dataclass

from ..sheet import Mark, Sheet
from ..times import Times
from .bars import LETTERS, tone
from .measures import size, told

BADGES_IN_A_WIDTH = 22
"""Badges of a picture are one twenty-second of its width, as on the phones."""


@dataclass(frozen=True)
class Place:
    """`told` is "9/14", or "" for text that is only read; `before` is the same of an earlier moment, when others may have been there.

    On a picture: a letter, the zone, and where the letter stands.
    """

    text: str
    told: str
    before: str | None
    is_right: bool
    is_touched: bool
    letter: str = ""
    tone: str = ""
    box: tuple[float, float, float, float] | None = None
    across: float = 0
    down: float = 0


@dataclass(frozen=True)
class SheetLayout:
    lines: tuple[tuple[Place, ...], ...]
    zones: tuple[Place, ...]
    badge: float
    has_before: bool
    times: Times
    size: str


def laid_out(figure: Sheet) -> SheetLayout:
    badge = round(figure.width / BADGES_IN_A_WIDTH, 1)
    zones = tuple(_zone(figure, mark, place, badge) for place, mark in enumerate(figure.counted)) if figure.picture else ()
    lines = () if figure.picture else tuple(tuple(_place(figure, mark) for mark in line) for line in figure.lines)
    amount = len(zones) * 60 if zones else sum(len(mark.text) for line in figure.lines for mark in line)
    return SheetLayout(lines, zones, badge, any(mark.before is not None for mark in figure.counted), figure.times, size(amount, 260, 460))


def _place(figure: Sheet, mark: Mark, **more: object) -> Place:
    count = "" if mark.count is None else _share(mark.count, figure.total)
    before = None if mark.before is None else _share(mark.before, figure.before_total)
    return Place(mark.text, count, before, mark.is_right, bool(mark.count), **more)


def _share(count: int, total: int | None) -> str:
    return told(count) if total is None else f"{told(count)}/{told(total)}"


def _zone(figure: Sheet, mark: Mark, place: int, badge: float) -> Place:
    """Return the zone with its letter on the upper right corner, never cut by the picture's edge."""
    left, top, width, _ = mark.box
    across, down = min(left + width - badge / 2, figure.width - badge - 2), max(top + badge / 2, badge + 2)
    letter = LETTERS[place % len(LETTERS)]
    return _place(figure, mark, letter=letter, tone=tone(letter), box=mark.box, across=across, down=down)
