"""When to tell what moves again and again: a few times a second for each room, and never more than a share of the time, however many rooms play.

One task works off what is due, in the order in which it is due, and rests after each in proportion to what it took: with more rooms or fuller
ones, counts and lists come less often, and answers are taken as before.
"""

import heapq
import logging
import threading
import time
from collections.abc import Callable, Hashable
from itertools import count

from workshop.seen.metrics import DRAW_SECONDS

log = logging.getLogger(__name__)
OWN_REST = 10
"""After being drawn, one and the same list rests at least ten times as long as that took."""
LONGEST_REST_S = 10.0
REMEMBERED = 5000


class Pace:
    """`start` and `sleep` belong to the event loop. `rest` is what follows each drawing, in multiples of what it took: 4 leaves it a fifth of the time.

    `own_rest` is how long one and the same thing rests before it is drawn again.
    """

    def __init__(self, start: Callable[..., object], sleep: Callable[[float], None], rest: float, own_rest: float = OWN_REST) -> None:
        self._start, self._sleep, self._rest, self._own_rest = start, sleep, rest, own_rest
        self._lock = threading.Lock()
        self._waiting: list[tuple[float, int, Hashable, Callable[[], None]]] = []
        self._keys: set[Hashable] = set()
        self._numbers = count()
        self._took: dict[Hashable, float] = {}
        self._is_working = self._hurries = False
        self._news = threading.Event()

    @property
    def is_idle(self) -> bool:
        return not self._is_working

    def soon(self, key: Hashable, seconds: float, act: Callable[[], None]) -> None:
        """Have `act` called in so many seconds or later; nothing where the same key waits already."""
        with self._lock:
            if key in self._keys:
                return
            self._keys.add(key)
            due = time.monotonic() + max(seconds, min(self._took.get(key, 0) * self._own_rest, LONGEST_REST_S))
            heapq.heappush(self._waiting, (due, next(self._numbers), key, act))
            must_start, self._is_working = not self._is_working, True
        if must_start:
            self._start(self._work)
        else:
            self._news.set()

    def hurry(self, yes: bool) -> None:
        """Wait for nothing from now on, or keep the pace again."""
        self._hurries = yes
        self._news.set()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._is_working = False
                    return
                wait = 0 if self._hurries else self._waiting[0][0] - time.monotonic()
                if wait <= 0:
                    _, _, key, act = heapq.heappop(self._waiting)
                    self._keys.discard(key)
            if wait > 0:
                self._news.wait(wait)
                self._news.clear()
                continue
            took = timed(act)
            self._note(key, took)
            if not self._hurries:
                self._sleep(took * self._rest)

    def _note(self, key: Hashable, took: float) -> None:
        if len(self._took) > REMEMBERED:
            self._took.clear()
        self._took[key] = took


def timed(act: Callable[[], None]) -> float:
    """Call it and return the processor time it took, in seconds; a fault is logged, for everyone can still redraw."""
    began = time.thread_time()
    try:
        act()
    except Exception:
        log.exception("could not tell what moved")
    took = time.thread_time() - began
    DRAW_SECONDS.observe(took)
    return took
