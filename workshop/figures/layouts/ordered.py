"""An ordered list, ten items at most."""

from dataclasses import dataclass

from ..model import OrderedList, Ranked
from .measures import share, size

MOST = 10


@dataclass(frozen=True)
class RankedRow:
    rank: int
    label: str
    note: str
    share: str
    """In words ("80 %"), or "" where it has no sense."""
    width: str


@dataclass(frozen=True)
class OrderedLayout:
    rows: tuple[RankedRow, ...]
    hidden: int
    has_shares: bool
    size: str


def laid_out(figure: OrderedList) -> OrderedLayout:
    shown = figure.items[:MOST]
    rows = tuple(_row(rank, item) for rank, item in enumerate(shown, 1))
    return OrderedLayout(rows, len(figure.items) - len(shown), any(row.share for row in rows), size(len(shown), 4, 6))


def _row(rank: int, item: Ranked) -> RankedRow:
    told = "" if item.share is None else f"{item.share:.0%}".replace("%", "\u202f%")
    return RankedRow(rank, item.label, item.note, told, share(item.share or 0, 1))
