"""What is being done for somebody at this instant, so that a worker that stops can finish it first."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

Wsgi = Callable[..., Any]


class Underway:
    """Counts events and requests; long ones that only wait (an open socket, a poll) do not count."""

    def __init__(self) -> None:
        self.is_stopping = False
        self._count = 0
        self._lock = threading.Lock()

    @contextmanager
    def one(self) -> Iterator[None]:
        with self._lock:
            self._count += 1
        try:
            yield
        finally:
            with self._lock:
                self._count -= 1

    def wait(self, seconds: float) -> bool:
        """Return whether all is done, within `seconds`."""
        until = time.monotonic() + seconds
        while self._count and time.monotonic() < until:
            time.sleep(0.01)
        return not self._count

    def counting(self, inner: Wsgi) -> Wsgi:
        """Return the application with its pages counted; of sockets, only what is said on them counts."""

        def counted(environ: dict[str, Any], start_response: Wsgi) -> Any:
            if environ.get("PATH_INFO", "").startswith("/socket.io/"):
                return inner(environ, start_response)
            with self.one():
                return inner(environ, start_response)

        return counted
