"""What several kinds measure alike."""

from ..table import _number as told

SIZES = ("large", "medium", "small", "tiny")


def share(count: float, whole: float) -> str:
    """Return a part of a whole as a width: "64.3%", never more than all of it."""
    return f"{100 * min(1.0, count / whole):.1f}%"


def size(amount: int, *limits: int) -> str:
    """Return how large the text may be: the more there is to show, the smaller; "large" up to the first limit, and so on."""
    return SIZES[sum(amount > limit for limit in limits)]


__all__ = ["share", "size", "told"]
