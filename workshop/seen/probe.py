"""A trivial question to a part that may be away, answered within a short time whatever that part does."""

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)


class _Question:
    def __init__(self, ask: Callable[[], object]) -> None:
        self.done = threading.Event()
        self.was_answered = False
        threading.Thread(target=self._run, args=(ask,), daemon=True).start()

    def _run(self, ask: Callable[[], object]) -> None:
        try:
            ask()
            self.was_answered = True
        except Exception:
            log.warning("a part of the server does not answer", exc_info=True)
        finally:
            self.done.set()


class Probe:
    """One question at a time, in a thread of its own: a part that hangs costs one thread, however often its health is asked for."""

    def __init__(self, ask: Callable[[], object], seconds: float = 2.0) -> None:
        self._ask = ask
        self._seconds = seconds
        self._lock = threading.Lock()
        self._question: _Question | None = None

    def answers(self) -> bool:
        """Return whether the part answered without an error in time."""
        with self._lock:
            if self._question is None or self._question.done.is_set():
                self._question = _Question(self._ask)
            question = self._question
        return question.done.wait(self._seconds) and question.was_answered
