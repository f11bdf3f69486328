"""Circles around a centre, with one dot for each contact (or for several, where they are many)."""

from dataclasses import dataclass
from math import ceil, cos, pi, sin

from ..model import Rings
from .measures import told

MOST = 6
LARGEST_BADGE = 13
MIDDLE = 150
"""The drawing is 300 units wide and high."""
CORE = 36
OUTERMOST = 136
SPACING = 9.5
GAP = 0.32
"""Radians left free on each side of a circle's letter, at its top, on the innermost circle."""
SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


@dataclass(frozen=True)
class LaidRing:
    label: str
    count: str
    letter: str
    tone: str
    radius: str
    top: str
    dots: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class RingsLayout:
    centre: str
    rings: tuple[LaidRing, ...]
    per_dot: str
    """Contacts that one dot stands for; "" where it is one."""
    badge: str
    """Radius of the letters' discs, which never touch one another."""
    badge_text: str
    hidden: int


def laid_out(figure: Rings) -> RingsLayout:
    """Return the circles from the closest outwards; all dots stand for as many contacts as each other."""
    shown = figure.rings[:MOST]
    step = (OUTERMOST - CORE) / max(1, len(shown))
    radii = [CORE + step * place for place in range(1, len(shown) + 1)]
    per_dot = _scale([ring.count for ring in shown], radii)
    rings = tuple(
        LaidRing(
            ring.label, told(ring.count), "ABCDEF"[place], "abcdef"[place], f"{radius:.1f}", f"{MIDDLE - radius:.1f}",
            _dots(ceil(ring.count / per_dot), radius),
        )
        for place, (ring, radius) in enumerate(zip(shown, radii, strict=True))
    )  # fmt: skip
    badge = min(LARGEST_BADGE, step / 2)
    return RingsLayout(figure.centre, rings, "" if per_dot == 1 else told(per_dot), f"{badge:.1f}", f"{1.25 * badge:.1f}", len(figure.rings) - len(shown))


def _scale(counts: list[int], radii: list[float]) -> int:
    """Return the smallest round number of contacts per dot with which every circle has room for its dots."""
    for scale in SCALES:
        if all(ceil(count / scale) <= _room(radius) for count, radius in zip(counts, radii, strict=True)):
            return scale
    return ceil(max(counts) / _room(radii[0]))


def _room(radius: float) -> int:
    return int((2 * pi - 2 * _gap(radius)) * radius / SPACING)


def _gap(radius: float) -> float:
    return GAP * (CORE + 25) / radius


def _dots(count: int, radius: float) -> tuple[tuple[str, str], ...]:
    """Return the dots evenly around the circle, from one side of its letter to the other."""
    start, extent = -pi / 2 + _gap(radius), 2 * pi - 2 * _gap(radius)
    angles = [start + extent * (place + 0.5) / count for place in range(count)]
    return tuple((f"{MIDDLE + radius * cos(angle):.1f}", f"{MIDDLE + radius * sin(angle):.1f}") for angle in angles)
