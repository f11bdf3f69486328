"""What a process remembers of live sessions, so that it need not be read again. Nothing here is ever the truth: the version in the database is.

A version of a live session never changes once committed, and every change of its state makes a new one: code and version name one state for ever.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Generic, TypeVar

from sessions.domain.live_session import LiveSession
from workshop.plans.model import Workshop

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
KEPT = 2000
"""Live sessions; about 60 kB each with the plan: the rooms of one process, with room to spare."""


class Remembered(Generic[Key, Value]):
    """A table that forgets its oldest entry when it is full."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._values: dict[Key, Value] = {}

    def get(self, key: Key) -> Value | None:
        return self._values.get(key)

    def put(self, key: Key, value: Value) -> Value:
        if key not in self._values and len(self._values) >= self._kept:
            # two threads may choose the same one: the second finds it gone
            self._values.pop(next(iter(self._values)), None)
        self._values[key] = value
        return value

    def get_or_make(self, key: Key, make: Callable[[], Value]) -> Value:
        found = self._values.get(key)
        return self.put(key, make()) if found is None else found


class Memory:
    """One for each process."""

    def __init__(self) -> None:
        self.plans: Remembered[tuple[str, int], Workshop] = Remembered()
        """(join code, plan version) → plan."""
        self.ids: Remembered[str, int] = Remembered(10 * KEPT)
        """Join code → id; neither is ever given again."""
        self._lives: Remembered[str, LiveSession] = Remembered()

    def live(self, live_id: int, code: str, version: int) -> LiveSession | None:
        """Return the session at that version, the caller's own to change, or None where it is not known."""
        known = self._lives.get(code)
        return _copy(known) if known is not None and (known.id, known.version) == (live_id, version) else None

    def keep(self, live: LiveSession) -> None:
        self._lives.put(live.code, _copy(live))


def _copy(live: LiveSession) -> LiveSession:
    return replace(live, runs=[replace(run) for run in live.runs])
