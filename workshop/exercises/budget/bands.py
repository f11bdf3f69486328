"""Cuts amounts into a few bands of round euros, zero always between two of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from .money import euros, number

MOST = 6
STEPS = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)
"""Widths in euros. The last is wider than any budget can be."""


@dataclass(frozen=True)
class Band:
    """From `low`, which belongs to it, to `high`, which belongs to the next one; in cents."""

    low: int
    high: int

    @property
    def label(self) -> str:
        return f"{number(self.low)} à {euros(self.high)}"

    def count(self, amounts: Sequence[int]) -> int:
        return sum(self.low <= amount < self.high for amount in amounts)


def bands(amounts: Sequence[int]) -> list[Band]:
    """Return the narrowest bands that hold all amounts (cents) in six at most, the highest first; none where there are no amounts."""
    if not amounts:
        return []
    for step in STEPS:
        low, high = min(amounts) // (100 * step), max(amounts) // (100 * step)
        if high - low < MOST:
            break
    return [Band(100 * step * place, 100 * step * (place + 1)) for place in range(high, low - 1, -1)]
