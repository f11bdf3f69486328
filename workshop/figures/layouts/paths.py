"""Paths as streams between stops, fifteen stops at most: a column for each step of the story, a stream as wide as the number of people in it.

A stream that leaps over a column keeps a place of its own there, so that it never runs behind a stop.
"""

from collections import defaultdict
from dataclasses import dataclass

from ..paths import Paths, Stop, Way
from .columns import Slot, columns, stacked
from .measures import size, told

MOST = 15
WIDTH, HEIGHT = 440, 300
"""Units of the drawing; it grows higher where a column holds more than fits."""
BOX = 38
PORT = 25
"""What a stream takes where it leaves a stop, beside its own width: the height of its letter."""
INLET = 4
GAP = 14
WIDEST = 110
"""Width of the stream of everybody."""
SHORT = 24


@dataclass(frozen=True)
class Box:
    label: str
    key: str
    count: str
    is_end: bool
    choices: tuple[tuple[str, str], ...]
    """Letter and short label of what could be chosen there."""
    x: str
    y: str
    height: str
    middle: str


@dataclass(frozen=True)
class Stream:
    line: str
    width: str
    quality: str
    letter: str
    count: str
    label: tuple[str, str]
    """Where its letter stands."""
    is_empty: bool


@dataclass(frozen=True)
class PathsLayout:
    boxes: tuple[Box, ...]
    streams: tuple[Stream, ...]
    height: str
    hidden: int
    has_qualities: bool
    size: str


def laid_out(figure: Paths) -> PathsLayout:
    stops = figure.stops[:MOST]
    known = {stop.id for stop in stops}
    ways = [way for way in figure.ways if way.start in known and way.end in known]
    ranks = columns([stop.id for stop in stops], [(way.start, way.end) for way in ways])
    unit = _unit(stops, ways, ranks)
    stacks = _stacks(stops, ways, ranks, unit)
    height = max([HEIGHT, *(_tall(stack) for stack in stacks)])
    placed = stacked(stacks, [_links(ranks, place, way) for place, way in enumerate(ways)], height, GAP)
    step = (WIDTH - BOX) / max(1, len(stacks) - 1)
    boxes = tuple(_box(stop, ways, ranks[stop.id] * step, placed[stop.id]) for stop in stops)
    lines = size(sum(1 + (not stop.is_end) for stop in stops), 7, 9, 12)
    return PathsLayout(
        boxes, tuple(_streams(ways, ranks, placed, step, unit)), f"{height:.0f}", len(figure.stops) - len(stops), any(way.quality for way in ways), lines
    )


def _unit(stops: tuple[Stop, ...], ways: list[Way], ranks: dict[str, int]) -> float:
    """Return the width of one person's stream: as much as the fullest column leaves."""
    most = max([1, *(stop.count for stop in stops)])
    low, high = 0.0, WIDEST / most
    for _ in range(20):
        middle = (low + high) / 2
        fits = all(_tall(stack) <= HEIGHT for stack in _stacks(stops, ways, ranks, middle))
        low, high = (middle, high) if fits else (low, middle)
    return low


def _stacks(stops: tuple[Stop, ...], ways: list[Way], ranks: dict[str, int], unit: float) -> list[list[Slot]]:
    """Return for each column its slots: the stops, and the places kept for streams that leap over it."""
    stacks: list[list[Slot]] = [[] for _ in range(max(ranks.values(), default=-1) + 1)]
    for stop in stops:
        leaving = sum(PORT + unit * way.count for way in ways if way.start == stop.id)
        coming = sum(INLET + unit * way.count for way in ways if way.end == stop.id)
        stacks[ranks[stop.id]].append(Slot(stop.id, max(leaving, coming, PORT + 6)))
    for place, way in enumerate(ways):
        for rank in range(ranks[way.start] + 1, ranks[way.end]):
            stacks[rank].append(Slot((place, rank), INLET + unit * way.count))
    return stacks


def _tall(stack: list[Slot]) -> float:
    return sum(slot.height for slot in stack) + GAP * (len(stack) - 1)


def _links(ranks: dict[str, int], place: int, way: Way) -> list[object]:
    """Return the slots through which a way goes, from its start to its end."""
    return [way.start, *((place, rank) for rank in range(ranks[way.start] + 1, ranks[way.end])), way.end]


def _box(stop: Stop, ways: list[Way], x: float, slot: tuple[float, float]) -> Box:
    y, height = slot
    choices = tuple((way.key, way.short or _cut(way.label)) for way in ways if way.start == stop.id)
    return Box(stop.label, stop.key, told(stop.count), stop.is_end, choices, f"{x:.1f}", f"{y:.1f}", f"{height:.1f}", f"{y + height / 2:.1f}")


def _cut(label: str) -> str:
    return label if len(label) <= SHORT else f"{label[: SHORT - 1].rstrip()}…"


def _streams(ways: list[Way], ranks: dict[str, int], placed: dict, step: float, unit: float) -> list[Stream]:
    """Return the streams; at each stop they stand one under the other in the order of where they go or come from, so that few cross."""
    middle = {key: y + height / 2 for key, (y, height) in placed.items()}
    trails = [_links(ranks, place, way) for place, way in enumerate(ways)]
    leaving, coming = defaultdict(list), defaultdict(list)
    for place, (way, trail) in enumerate(zip(ways, trails, strict=True)):
        leaving[way.start].append((middle[trail[1]], place))
        coming[way.end].append((middle[trail[-2]], place))
    starts = {place: y for stop, found in leaving.items() for place, y in _ports(placed[stop], sorted(found), ways, PORT, unit)}
    ends = {place: y for stop, found in coming.items() for place, y in _ports(placed[stop], sorted(found), ways, INLET, unit)}
    drawn = []
    for place, (way, trail) in enumerate(zip(ways, trails, strict=True)):
        x = ranks[way.start] * step + BOX
        points = [(x, starts[place])]
        for rank, key in enumerate(trail[1:-1], ranks[way.start] + 1):
            points += [(rank * step, middle[key]), (rank * step + BOX, middle[key])]
        points.append((ranks[way.end] * step, ends[place]))
        drawn.append(Stream(
            _curve(points), f"{max(2, unit * way.count):.1f}", way.quality, way.key, told(way.count), (f"{x + 6:.1f}", f"{starts[place]:.1f}"), way.count == 0,
        ))  # fmt: skip
    return drawn


def _ports(slot: tuple[float, float], found: list[tuple[float, int]], ways: list[Way], own: float, unit: float) -> list[tuple[int, float]]:
    """Return for each way the height of its middle at a stop: together in the middle of the stop, in the order that is given."""
    y, height = slot
    widths = [own + unit * ways[place].count for _, place in found]
    at, ports = y + (height - sum(widths)) / 2, []
    for (_, place), width in zip(found, widths, strict=True):
        ports.append((place, at + width / 2))
        at += width
    return ports


def _curve(points: list[tuple[float, float]]) -> str:
    (x, y), *others = points
    line = f"M{x:.1f} {y:.1f}"
    for to_x, to_y in others:
        half = (x + to_x) / 2
        line += f"C{half:.1f} {y:.1f} {half:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"
        x, y = to_x, to_y
    return line
