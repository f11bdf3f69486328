"""A row for each thing, twelve at most, and a column for each lane: how full each of its cells is."""

from dataclasses import dataclass

from ..lanes import Lanes, Put
from ..times import Times
from .bars import LETTERS, tone
from .measures import share, size, told

MOST = 12


@dataclass(frozen=True)
class Lane:
    name: str
    key: str
    tone: str


@dataclass(frozen=True)
class Cell:
    count: str
    width: str
    is_right: bool
    is_empty: bool
    before: str | None


@dataclass(frozen=True)
class LanesRow:
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class LanesLayout:
    lanes: tuple[Lane, ...]
    rows: tuple[LanesRow, ...]
    hidden: int
    has_before: bool
    times: Times
    size: str


def laid_out(figure: Lanes) -> LanesLayout:
    shown = figure.things[:MOST]
    whole = max([figure.total, 1, *(count for thing in shown for count in thing.counts)])
    # lanes to choose between have the letters that the phones showed; steps of a scale need none
    letters = LETTERS if any(thing.right is not None for thing in shown) else [""] * len(figure.lanes)
    lanes = tuple(Lane(name, letter, tone(letter)) for name, letter in zip(figure.lanes, letters, strict=False))
    has_before = any(thing.before is not None for thing in shown)
    return LanesLayout(lanes, tuple(_row(thing, whole) for thing in shown), len(figure.things) - len(shown), has_before, figure.times, size(len(shown), 4, 7))


def _row(thing: Put, whole: int) -> LanesRow:
    return LanesRow(thing.label, tuple(_cell(thing, place, whole) for place in range(len(thing.counts))))


def _cell(thing: Put, place: int, whole: int) -> Cell:
    count, is_right = thing.counts[place], place == thing.right
    before = told(thing.before) if is_right and thing.before is not None else None
    return Cell(told(count), share(count, whole), is_right, count == 0, before)
