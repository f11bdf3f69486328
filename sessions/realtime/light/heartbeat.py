"""Are they all still there? One task asks every light connection, as Engine.IO does: a ping after a silence, and the end where no pong follows."""

import logging
from collections.abc import Callable, Iterator
from time import monotonic
from typing import Protocol

log = logging.getLogger(__name__)
GOODBYE_S = 5.0
"""How long a client may take to close its side."""
STEPS = 20
LONGEST_STEP_S = 1.0


class Beating(Protocol):
    def ask(self) -> None: ...
    def give_up(self) -> None:
        """No answer came; may not wait."""
    def drop(self) -> None: ...


class Deadlines:
    """Who is due, `seconds` after being put here. As that time is the same for all, they are due in the order in which they came."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._until: dict[Beating, float] = {}

    def put(self, one: Beating, now: float) -> None:
        self._until.pop(one, None)
        self._until[one] = now + self.seconds

    def take_out(self, one: Beating) -> None:
        self._until.pop(one, None)

    def due(self, now: float) -> Iterator[Beating]:
        """Give, and forget, those whose time has come."""
        while self._until:
            one, until = next(iter(self._until.items()))
            if until > now:
                return
            del self._until[one]
            yield one


class Heartbeat:
    """`interval` and `patience` in seconds: Engine.IO's ping_interval and ping_timeout."""

    def __init__(self, interval: float, patience: float, goodbye: float = GOODBYE_S, now: Callable[[], float] = monotonic) -> None:
        self._quiet, self._asked, self._leaving = Deadlines(interval), Deadlines(patience), Deadlines(goodbye)
        self._now = now
        self.step = min(LONGEST_STEP_S, min(interval, patience) / STEPS)

    def heard(self, one: Beating) -> None:
        self._asked.take_out(one)
        self._quiet.put(one, self._now())

    def leaving(self, one: Beating) -> None:
        """It was told goodbye; dropped where it does not leave."""
        self.forget(one)
        self._leaving.put(one, self._now())

    def forget(self, one: Beating) -> None:
        for deadlines in (self._quiet, self._asked, self._leaving):
            deadlines.take_out(one)

    def beat(self) -> None:
        now = self._now()
        for one in self._quiet.due(now):
            self._asked.put(one, now)
            one.ask()
        for one in self._asked.due(now):
            one.give_up()
        for one in self._leaving.due(now):
            one.drop()

    def beat_for_ever(self, sleep: Callable[[float], None]) -> None:
        while True:
            sleep(self.step)
            try:
                self.beat()
            except Exception:
                log.exception("a heartbeat failed")
