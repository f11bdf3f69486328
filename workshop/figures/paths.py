"""Paths through a story: where one may be, and who went from where to where."""

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True)
class Stop:
    """A situation or an ending. `key` is its mark ("1", "F2"); `count` is how many came to it and went on, or ended there."""

    id: str
    key: str
    label: str
    count: int
    is_end: bool = False


@dataclass(frozen=True)
class Way:
    """A choice: from one stop to another, its letter, and how many made it. `short` is its label in two words, where it has one."""

    start: str
    end: str
    key: str
    label: str
    count: int
    short: str = ""
    quality: Literal["good", "risky", ""] = ""


@dataclass(frozen=True)
class Paths:
    """Ways never lead in a circle."""

    kind: ClassVar[str] = "paths"
    title: str
    stops: tuple[Stop, ...]
    ways: tuple[Way, ...]
