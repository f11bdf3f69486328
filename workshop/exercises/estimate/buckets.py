"""Many different numbers as few: a figure with five thousand points shows less than one with forty."""

import math
from collections import Counter
from collections.abc import Sequence

from workshop.figures import Value

MOST = 40
"""Different numbers that a figure keeps as they are."""
ROUNDING = 1e-9


def buckets(values: Sequence[tuple[float, int]], low: float, high: float, step: float) -> tuple[Value, ...]:
    """Return the values, ascending, as they are where there are at most MOST; else the middles of MOST equal buckets at most.

    A bucket is a whole number of steps wide. No count is lost.
    """
    if len(values) <= MOST:
        return tuple(Value(value, count) for value, count in sorted(values))
    width = step * math.ceil((high - low) / step / MOST)
    last = math.ceil((high - low) / width) - 1
    counted: Counter[int] = Counter()
    for value, count in values:
        counted[min(math.floor((value - low) / width + ROUNDING), last)] += count
    return tuple(Value(_middle(low + place * width, width - step, high), counted[place]) for place in sorted(counted))


def _middle(first: float, span: float, high: float) -> float:
    return round((first + min(first + span, high)) / 2, 2)
