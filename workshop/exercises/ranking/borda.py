"""Points for places, after Borda (1781): the whole of everybody's preferences counts, not only what comes first."""

from collections import Counter
from collections.abc import Iterable, Sequence


def points(orders: Iterable[Sequence[str]], places: int) -> Counter[str]:
    """Return each option's points: `places` for a first place, one less for each place after it, 1 for the last, 0 where it is not placed.

    With 3 places: 3, 2 and 1. Added up over people, so that the order in which they answered changes nothing.
    """
    total: Counter[str] = Counter()
    for order in orders:
        for place, key in enumerate(order[:places]):
            total[key] += places - place
    return total
