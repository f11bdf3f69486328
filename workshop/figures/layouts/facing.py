"""Two distributions face to face, eight rows at most: each side in shares of its own people."""

from dataclasses import dataclass

from ..model import Faced, Facing
from .bars import tone
from .measures import share, size, told

MOST = 8


@dataclass(frozen=True)
class Side:
    count: str
    width: str
    is_most: bool
    """Nobody on this side chose anything else more often."""


@dataclass(frozen=True)
class FacingRow:
    label: str
    key: str
    tone: str
    left: Side
    right: Side


@dataclass(frozen=True)
class FacingLayout:
    rows: tuple[FacingRow, ...]
    hidden: int
    size: str


def laid_out(figure: Facing) -> FacingLayout:
    shown = figure.rows[:MOST]
    most = max((row.left for row in shown), default=0), max((row.right for row in shown), default=0)
    rows = tuple(_row(figure, row, *most) for row in shown)
    return FacingLayout(rows, len(figure.rows) - len(shown), size(len(shown), 4, 6))


def _row(figure: Facing, row: Faced, most_left: int, most_right: int) -> FacingRow:
    left, right = _side(row.left, figure.left_total, most_left), _side(row.right, figure.right_total, most_right)
    return FacingRow(row.label, row.key, tone(row.key), left, right)


def _side(count: int, total: int, most: int) -> Side:
    return Side(told(count), share(count, max(1, total, most)), count == most > 0)
