"""Bars as shares of the people who answered, eight at most."""

from dataclasses import dataclass

from ..model import Bar, Bars
from ..times import Times
from .measures import share, size, told

MOST = 8
LETTERS = "ABCDEFGHIJKLMNOP"


@dataclass(frozen=True)
class BarRow:
    label: str
    key: str
    tone: str
    """The letter's colour and shape ("a" to "f"), or "" where the key is not a letter."""
    count: str
    width: str
    is_right: bool
    before: str | None
    before_width: str
    drawing: str
    picture: str = ""


@dataclass(frozen=True)
class BarsLayout:
    rows: tuple[BarRow, ...]
    hidden: int
    has_before: bool
    has_keys: bool
    times: Times
    size: str


def laid_out(figure: Bars) -> BarsLayout:
    shown = figure.bars[:MOST]
    whole = max([figure.total, 1, *(bar.count for bar in shown), *(bar.before or 0 for bar in shown)])
    return BarsLayout(
        tuple(_row(bar, whole) for bar in shown),
        len(figure.bars) - len(shown),
        any(bar.before is not None for bar in shown),
        any(bar.key or bar.drawing for bar in shown),
        figure.times,
        size(len(shown), 4, 6),
    )


def _row(bar: Bar, whole: int) -> BarRow:
    before = None if bar.before is None else told(bar.before)
    widths = share(bar.count, whole), share(bar.before or 0, whole)
    return BarRow(bar.label, bar.key, tone(bar.key), told(bar.count), widths[0], bar.is_right, before, widths[1], bar.drawing, bar.picture)


def tone(key: str) -> str:
    return "abcdef"[LETTERS.index(key) % 6] if len(key) == 1 and key in LETTERS else ""
