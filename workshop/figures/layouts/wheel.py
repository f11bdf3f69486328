"""A wheel of equal sectors, eight at most: the further a sector reaches, the higher its value."""

from dataclasses import dataclass
from math import cos, pi, sin

from ..wheel import Wheel
from .bars import tone
from .measures import size, told

MOST = 8
MIDDLE = 150
"""The drawing is 300 units wide and high."""
OUTER = 128
CORE = 22
"""Where nought is: a sector of nought is still a thin slice, so that its letter has a place."""
SLIT = 0.018
"""Radians left free on each side of a sector."""
GUIDES = (0.5, 1.0)


@dataclass(frozen=True)
class Slice:
    label: str
    key: str
    tone: str
    value: str
    bed: str
    """The whole sector, as the outline of a path."""
    filled: str
    letter: tuple[str, str]
    is_most: bool


@dataclass(frozen=True)
class WheelLayout:
    slices: tuple[Slice, ...]
    guides: tuple[str, ...]
    most: str
    hidden: int
    size: str


def laid_out(figure: Wheel) -> WheelLayout:
    shown = figure.sectors[:MOST]
    highest = max((sector.value for sector in shown), default=0)
    turn = 2 * pi / max(1, len(shown))
    slices = []
    for place, sector in enumerate(shown):
        start = -pi / 2 - turn / 2 + place * turn
        letter = "ABCDEFGH"[place]
        reach = CORE + (OUTER - CORE) * min(1.0, max(0.0, sector.value / figure.most if figure.most > 0 else 0.0))
        slices.append(Slice(
            sector.label, sector.key or letter, tone(letter), told(round(sector.value, 1)), _outline(start, turn, OUTER), _outline(start, turn, reach),
            _point(start + turn / 2, MIDDLE - 9), sector.value == highest > 0,
        ))  # fmt: skip
    guides = tuple(f"{CORE + (OUTER - CORE) * share:.1f}" for share in GUIDES)
    return WheelLayout(tuple(slices), guides, told(figure.most), len(figure.sectors) - len(shown), size(len(shown), 6))


def _outline(start: float, turn: float, radius: float) -> str:
    """Return the slice from the core outwards; a single sector is drawn a little short of the whole turn."""
    first, last = start + SLIT, start + turn - SLIT
    large = int(last - first > pi)
    ax, ay = _point(first, CORE - 8)
    bx, by = _point(first, radius)
    cx, cy = _point(last, radius)
    dx, dy = _point(last, CORE - 8)
    return f"M{ax} {ay}L{bx} {by}A{radius:.1f} {radius:.1f} 0 {large} 1 {cx} {cy}L{dx} {dy}A{CORE - 8} {CORE - 8} 0 {large} 0 {ax} {ay}Z"


def _point(angle: float, radius: float) -> tuple[str, str]:
    return f"{MIDDLE + radius * cos(angle):.1f}", f"{MIDDLE + radius * sin(angle):.1f}"
