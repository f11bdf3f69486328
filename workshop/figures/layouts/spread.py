"""Where numbers stand on their axis: columns, the middle of the room, the right number. Labels have lines of their own, above and below."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from ..spread import Spread, Value
from .measures import told

MOST_COLUMNS = 40
COUNTED_COLUMNS = 14
"""Up to so many columns, each bears its number; beyond, the numbers would touch."""
MARGIN = 3.0
"""Percent left free at each end, so that a column on the very end is whole."""
WIDEST = 3.6
"""Percent of the width for one column."""
NEAR = 2.4
"""Percent of the width within which a number and a line would touch."""
TALLEST = 82.0
"""Percent of the height that the tallest column takes; the rest is for its number."""


@dataclass(frozen=True)
class Column:
    left: str
    top: str
    height: str
    count: int
    number: tuple[str, str]
    """Where its number stands and hangs from; beside a mark's line and never on it."""


@dataclass(frozen=True)
class Mark:
    x: str
    label: str
    anchor: str
    """Where the label hangs from, so that it never leaves the drawing: start, middle or end."""


@dataclass(frozen=True)
class SpreadLayout:
    low: str
    high: str
    columns: tuple[Column, ...]
    width: str
    has_counts: bool
    right: Mark | None
    band: tuple[str, str] | None
    """Left and width of the tolerance around the right number."""
    median: Mark | None
    before: Mark | None


def laid_out(figure: Spread) -> SpreadLayout:
    """Return the places; numbers outside the axis stand on its ends."""
    given = [value for value in figure.values if value.count > 0]
    bins = _binned(figure, given)
    tallest = max(bins.values(), default=1)
    width = min(WIDEST, 0.86 * _closest(sorted(bins)))
    lines = [_place(figure, value) for value in (figure.right, figure.median, figure.before_median) if value is not None]
    columns = tuple(_column(place, count, tallest, width, lines) for place, count in sorted(bins.items()))
    return SpreadLayout(
        told(figure.low), told(figure.high), columns, _percent(width), len(columns) <= COUNTED_COLUMNS,
        _mark(figure, figure.right, "bonne réponse"), _band(figure),
        _mark(figure, figure.median, "milieu du groupe"), _mark(figure, figure.before_median, figure.times.before),
    )  # fmt: skip


def _binned(figure: Spread, given: list[Value]) -> Counter[float]:
    """Return counts by place: exact places where they are few and apart, otherwise forty steps of the axis."""
    exact: Counter[float] = Counter()
    for value in given:
        exact[_place(figure, value.value)] += value.count
    places = sorted(exact)
    apart = all(after - before >= 2.2 for before, after in pairwise(places))
    if len(places) <= MOST_COLUMNS and apart:
        return exact
    stepped: Counter[float] = Counter()
    step = (100 - 2 * MARGIN) / MOST_COLUMNS
    for place, count in exact.items():
        stepped[MARGIN + round((place - MARGIN) / step) * step] += count
    return stepped


def _closest(places: list[float]) -> float:
    """Return the smallest distance between two columns, so that they never cover one another."""
    return min((after - before for before, after in pairwise(places)), default=100.0)


def _column(place: float, count: int, tallest: int, width: float, lines: list[float]) -> Column:
    height = max(2.0, TALLEST * count / tallest)
    return Column(_percent(place - width / 2), _percent(100 - height), _percent(height), count, _number_place(place, lines))


def _number_place(place: float, lines: list[float]) -> tuple[str, str]:
    near = [line for line in lines if abs(line - place) < NEAR]
    if not near:
        return _percent(place), "middle"
    line = max(near)
    return (_percent(line + 0.7), "start") if line <= place or len(near) > 1 else (_percent(line - 0.7), "end")


def _mark(figure: Spread, value: float | None, name: str) -> Mark | None:
    if value is None:
        return None
    place = _place(figure, value)
    anchor = "start" if place < 25 else "end" if place > 75 else "middle"
    return Mark(_percent(place), f"{name}\u00a0: {told(value)}\u00a0{figure.unit_of(value)}".strip(), anchor)


def _band(figure: Spread) -> tuple[str, str] | None:
    if figure.right is None or figure.tolerance <= 0:
        return None
    left, right = _place(figure, figure.right - figure.tolerance), _place(figure, figure.right + figure.tolerance)
    return _percent(left), _percent(right - left)


def _place(figure: Spread, value: float) -> float:
    """Return the percentage of the width at which a number stands, margins included."""
    extent = figure.high - figure.low
    share = (min(max(value, figure.low), figure.high) - figure.low) / extent if extent > 0 else 0.5
    return MARGIN + share * (100 - 2 * MARGIN)


def _percent(value: float) -> str:
    return f"{value:.2f}%"
