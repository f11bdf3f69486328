"""A table, eight rows at most."""

from dataclasses import dataclass

from ..model import Table
from .measures import size

MOST = 8


@dataclass(frozen=True)
class TableLayout:
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    hidden: int
    size: str


def laid_out(figure: Table) -> TableLayout:
    shown = figure.rows[:MOST]
    return TableLayout(figure.head, shown, len(figure.rows) - len(shown), size(len(shown), 4, 6))
