"""Puts what follows from one another in columns, and each column in an order that makes few lines cross."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Slot:
    """What stands in a column: its key and its height."""

    key: Hashable
    height: float


def columns(keys: Sequence[str], links: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Return the column of each key: one further than the furthest of those that lead to it; links that go round are not followed for ever."""
    ranks = dict.fromkeys(keys, 0)
    for _ in keys:
        moved = False
        for start, end in links:
            if ranks[end] <= ranks[start] < len(keys) - 1:
                ranks[end] = ranks[start] + 1
                moved = True
        if not moved:
            break
    return ranks


def stacked(stacks: Sequence[Sequence[Slot]], trails: Sequence[Sequence[Hashable]], height: float, gap: float) -> dict[Hashable, tuple[float, float]]:
    """Return (top, height) of each slot: every column in the middle of `height`, its slots in the order of what leads to them."""
    before = defaultdict(list)
    for trail in trails:
        for earlier, later in pairwise(trail):
            before[later].append(earlier)
    placed: dict[Hashable, tuple[float, float]] = {}
    for stack in stacks:
        whole = sum(slot.height for slot in stack) + gap * (len(stack) - 1)
        at = (height - whole) / 2
        for slot in sorted(stack, key=lambda one: _middle([placed[key] for key in before[one.key] if key in placed])):
            placed[slot.key] = (at, slot.height)
            at += slot.height + gap
    return placed


def _middle(slots: list[tuple[float, float]]) -> float:
    return sum(top + height / 2 for top, height in slots) / len(slots) if slots else 0.0
