"""Numbers on their axis."""

from dataclasses import dataclass
from typing import ClassVar

from .times import ROUNDS, Times
from .units import unit_of


@dataclass(frozen=True)
class Value:
    """A number that was given, and by how many."""

    value: float
    count: int


@dataclass(frozen=True)
class Spread:
    """Where numbers fall between `low` and `high`, with the right one marked where there is one."""

    kind: ClassVar[str] = "spread"
    title: str
    unit: str
    low: float
    high: float
    values: tuple[Value, ...]
    median: float | None = None
    right: float | None = None
    tolerance: float = 0
    before_median: float | None = None
    times: Times = ROUNDS
    unit_one: str = ""
    """The unit's singular; empty where it is always the same."""

    def unit_of(self, value: float) -> str:
        """Return the unit as it follows that number."""
        return unit_of(value, self.unit, self.unit_one)
