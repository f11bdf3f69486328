"""Answers that arrive together share a commit: commit at once, and batch what arrives while a commit is running. No timer.

Whoever finds nobody committing leads: it takes all that waits, commits it, and hands the lead to the first of those who came meanwhile.
Only threading is used here; under an event loop these are the loop's own, put in place by the launcher.
"""

import threading
import time
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class _Entry(Generic[Item, Result]):
    def __init__(self, item: Item) -> None:
        self.item = item
        self.ready = threading.Event()
        self.result: Result | None = None
        self.error: Exception | None = None
        self.leads = False


class GroupCommit(Generic[Item, Result]):
    """`write(items)` stores and commits a whole batch, or raises and stores nothing; it returns a result for each item, in order."""

    def __init__(self, write: Callable[[Sequence[Item]], list[Result]], largest: int = 500) -> None:
        self._write = write
        self._largest = largest
        self._lock = threading.Lock()
        self._waiting: list[_Entry[Item, Result]] = []
        self._is_busy = False

    @property
    def waiting(self) -> int:
        """How many wait for the next commit."""
        return len(self._waiting)

    def submit(self, item: Item) -> Result:
        """Return the item's result once it is committed; raises what its own writing raised."""
        entry: _Entry[Item, Result] = _Entry(item)
        with self._lock:
            self._waiting.append(entry)
            entry.leads, self._is_busy = not self._is_busy, True
        if not entry.leads:
            entry.ready.wait()
        if entry.leads:
            self._lead()
        if entry.error is not None:
            raise entry.error
        return entry.result

    def _lead(self) -> None:
        # lets those whose message is already here join this commit
        time.sleep(0)
        with self._lock:
            batch, self._waiting = self._waiting[: self._largest], self._waiting[self._largest :]
        try:
            self._commit(batch)
        finally:
            self._hand_over(batch)

    def _commit(self, batch: list[_Entry[Item, Result]]) -> None:
        try:
            results = self._write([entry.item for entry in batch])
        except Exception as error:
            if len(batch) == 1:
                batch[0].error = error
                return
            # one bad item must not cost the others their answer
            for entry in batch:
                self._commit([entry])
            return
        for entry, result in zip(batch, results, strict=True):
            entry.result = result

    def _hand_over(self, batch: list[_Entry[Item, Result]]) -> None:
        with self._lock:
            heir = self._waiting[0] if self._waiting else None
            self._is_busy = heir is not None
        for entry in batch:
            entry.ready.set()
        if heir is not None:
            heir.leads = True
            heir.ready.set()
