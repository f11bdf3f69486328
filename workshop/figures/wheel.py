"""A wheel of equal sectors, each filled from the centre outwards."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True)
class Sector:
    """One sector. `key` is its letter, doubled by the label; `value` lies between 0 and the wheel's `most`."""

    label: str
    value: float
    key: str = ""


@dataclass(frozen=True)
class Wheel:
    """`unit` says what the values are ("Moyenne")."""

    kind: ClassVar[str] = "wheel"
    title: str
    sectors: tuple[Sector, ...]
    most: float
    unit: str
