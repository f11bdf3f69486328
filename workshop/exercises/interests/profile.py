"""What stands out in six sums."""

from collections.abc import Mapping

from .model import InterestsSpecification
from .usual import Kind


def top(specification: InterestsSpecification, sums: Mapping[str, float]) -> list[Kind]:
    """Return the kinds of the two highest sums, highest first; those that tie with the second are all in it, and a sum of nought never is."""
    seconds = sorted(sums.values(), reverse=True)[:2]
    kept = [kind for kind in specification.kinds if sums.get(kind.letter, 0) > 0 and sums[kind.letter] >= seconds[-1]]
    return sorted(kept, key=lambda kind: -sums[kind.letter])
