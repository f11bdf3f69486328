"""The figures. Each has a `kind`, which names its template, and a `title` (French, may be empty)."""

from dataclasses import dataclass
from typing import ClassVar

from .board import Board
from .lanes import Lanes
from .paths import Paths
from .sheet import Sheet
from .spread import Spread
from .times import ROUNDS, Times
from .wheel import Wheel


@dataclass(frozen=True)
class Bar:
    """One bar. `key` is its letter ("A") or symbol, doubled by the label; `before` is the same count at an earlier moment.
    On pages a `drawing` (the path of a 64 × 64 SVG, drawn as a line) takes the key's place; a `picture` (a `data:` address) stands beside the label."""

    label: str
    count: int
    key: str = ""
    is_right: bool = False
    before: int | None = None
    drawing: str = ""
    picture: str = ""


@dataclass(frozen=True)
class Bars:
    """How many chose what. `total` is the number of people who answered: bars may add up to more where several may be chosen."""

    kind: ClassVar[str] = "bars"
    title: str
    bars: tuple[Bar, ...]
    total: int
    unit: str = "réponse"
    times: Times = ROUNDS


@dataclass(frozen=True)
class Word:
    text: str
    count: int


@dataclass(frozen=True)
class Cloud:
    """Words by how often they came, most frequent first."""

    kind: ClassVar[str] = "cloud"
    title: str
    words: tuple[Word, ...]


@dataclass(frozen=True)
class Ranked:
    """One item of an ordered list; `share` (0..1) is how many of the room put it there, None where that has no sense."""

    label: str
    share: float | None = None
    note: str = ""


@dataclass(frozen=True)
class OrderedList:
    kind: ClassVar[str] = "ordered"
    title: str
    items: tuple[Ranked, ...]


@dataclass(frozen=True)
class Ring:
    """One circle of a map of contacts, from the closest outwards: its name and how many people it holds over the whole room."""

    label: str
    count: int


@dataclass(frozen=True)
class Rings:
    """Concentric circles. `centre` names who stands in the middle."""

    kind: ClassVar[str] = "rings"
    title: str
    centre: str
    rings: tuple[Ring, ...]
    unit: str = "contact"


@dataclass(frozen=True)
class Faced:
    """One row of two distributions set face to face. `key` is its letter ("A") or symbol, doubled by the label."""

    label: str
    left: int
    right: int
    key: str = ""


@dataclass(frozen=True)
class Facing:
    """How many chose what on one side and on the other: a room and a panel. Bars are shares of each side's own total, counts are people."""

    kind: ClassVar[str] = "facing"
    title: str
    left_name: str
    right_name: str
    rows: tuple[Faced, ...]
    left_total: int
    right_total: int


@dataclass(frozen=True)
class Axis:
    """What is measured ("Effort"), and what its two ends are called ("peu d’effort", "beaucoup d’effort")."""

    label: str
    low: str
    high: str


@dataclass(frozen=True)
class Placed:
    """One thing on a map: how far along each axis (0 is the low end, 1 the high one), and by how many people."""

    label: str
    across: float
    up: float
    count: int
    key: str = ""


@dataclass(frozen=True)
class Plane:
    """A map of two axes. `corners` may name its quarters: up left, up right, down left, down right."""

    kind: ClassVar[str] = "plane"
    title: str
    across: Axis
    up: Axis
    points: tuple[Placed, ...]
    corners: tuple[str, str, str, str] = ("", "", "", "")


@dataclass(frozen=True)
class Table:
    kind: ClassVar[str] = "table"
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Figure = Bars | Spread | Cloud | OrderedList | Board | Lanes | Rings | Facing | Plane | Paths | Wheel | Sheet | Table
