"""A map of two axes, eight things at most: each disc at its place or, where another already stands there, on the nearest free spot."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, dist, pi, sin

from ..model import Placed, Plane
from .bars import tone
from .measures import size

MOST = 8
LETTERS = "ABCDEFGH"
WIDTH, HEIGHT = 540, 290
"""Units in which discs keep clear of each other. The drawing may be wider or higher than that: a disc follows its smaller side."""
NAMES = 28
"""What the names of the corners take at the top and at the bottom; no disc stands there."""
DISC = 20
APART = 2 * DISC + 2
TOP = NAMES + DISC
ANGLES = 16
"""Directions in which a free spot is looked for, on circles that widen by half a disc."""

Place = tuple[float, float]


@dataclass(frozen=True)
class Disc:
    label: str
    key: str
    tone: str
    x: str
    y: str
    exact: tuple[str, str] | None
    """Where it belongs, where it had to stand aside; a line leads there. All places are shares of the width and of the height."""


@dataclass(frozen=True)
class PlaneLayout:
    discs: tuple[Disc, ...]
    hidden: int
    size: str


def laid_out(figure: Plane) -> PlaneLayout:
    shown = figure.points[:MOST]
    taken: list[Place] = []
    discs = tuple(_disc(point, LETTERS[place], taken) for place, point in enumerate(shown))
    return PlaneLayout(discs, len(figure.points) - len(shown), size(len(shown), 4, 6))


def _disc(point: Placed, letter: str, taken: list[Place]) -> Disc:
    exact = _inside(DISC + (WIDTH - 2 * DISC) * point.across, TOP + (HEIGHT - 2 * TOP) * (1 - point.up))
    x, y = next(spot for spot in _spots(exact) if all(dist(spot, other) >= APART for other in taken))
    taken.append((x, y))
    key = point.key or letter
    return Disc(point.label, key, tone(key), *_shares((x, y)), None if (x, y) == exact else _shares(exact))


def _spots(exact: Place) -> Iterator[Place]:
    """Yield the place itself, then places further and further from it; eight discs always leave one of them free."""
    yield exact
    for ring in range(1, 2 * WIDTH // DISC):
        for turn in range(ANGLES):
            angle = 2 * pi * turn / ANGLES
            yield _inside(exact[0] + ring * DISC / 2 * cos(angle), exact[1] + ring * DISC / 2 * sin(angle))


def _inside(x: float, y: float) -> Place:
    """Return the nearest place at which a disc is whole."""
    return round(min(max(x, DISC), WIDTH - DISC), 1), round(min(max(y, TOP), HEIGHT - TOP), 1)


def _shares(place: Place) -> tuple[str, str]:
    return f"{100 * place[0] / WIDTH:.1f}%", f"{100 * place[1] / HEIGHT:.1f}%"
