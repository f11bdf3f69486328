"""How much one connection may send: enough for any honest thumb, too little to hold up the room."""

import time
from collections import defaultdict
from collections.abc import Callable

PER_CONNECTION = 40
PER_DESK = 200
"""A counsellor who approves twenty texts one after the other is no flood."""
PER_S = 10.0
LARGEST_BYTES = 100_000
"""Of one message; the largest honest answer is a few kilobytes."""


REMEMBERED = 50_000
"""Keys that are kept at most: forgetting them all lets a flood begin anew, which costs less than memory without end."""


class Limits:
    """A count per key that starts again every `per_s` seconds."""

    def __init__(self, allowed: int = PER_CONNECTION, per_s: float = PER_S, clock: Callable[[], float] = time.monotonic) -> None:
        self.allowed = allowed
        self.per_s = per_s
        self.clock = clock
        self._since: dict[str, float] = {}
        self._count: dict[str, int] = defaultdict(int)

    def is_over(self, key: str) -> bool:
        """Count one more and tell whether that is too many."""
        now = self.clock()
        if len(self._since) > REMEMBERED:
            self._since.clear()
            self._count.clear()
        if now - self._since.get(key, -self.per_s) >= self.per_s:
            self._since[key] = now
            self._count[key] = 0
        self._count[key] += 1
        return self._count[key] > self.allowed

    def forget(self, key: str) -> None:
        self._since.pop(key, None)
        self._count.pop(key, None)
