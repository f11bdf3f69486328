"""The end: what was begun is finished, what is stored is acknowledged, everybody is sent to connect again, and the process leaves with status 0."""

import signal
import socket
from functools import partial
from typing import Any

from sessions.realtime.link import Link
from sessions.realtime.publisher import LivePublisher
from sessions.realtime.underway import Underway

UNDERWAY_S = 4.0
TELLING_S = 1.5
SAYING_S = 1.0
CLOSING_S = 1.5
LAST_S = 1.0
SETTLED_S = 0.05
FALLEN = b"\0"
STOPS = (signal.SIGTERM, signal.SIGINT)


class StopSignal:
    """SIGTERM or Ctrl+C, as a byte on a socket: that wakes any event loop, which a handler alone does not."""

    def __init__(self) -> None:
        self._ear, self._mouth = socket.socketpair()
        self._mouth.setblocking(False)
        signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for number in STOPS:
            signal.signal(number, lambda *_: None)

    def ring(self) -> None:
        """End the wait from within."""
        self._mouth.send(FALLEN)

    def wait(self) -> bool:
        """Return when the process has to end: True where it was told to."""
        while True:
            heard = self._ear.recv(64)
            if set(heard) & set(STOPS) or FALLEN in heard:
                return FALLEN not in heard


class Leaving:
    """`server` is the bare Socket.IO server; `link` is None where one process serves everything."""

    def __init__(self, underway: Underway, server: Any, publisher: LivePublisher, link: Link | None) -> None:
        self.underway = underway
        self.server = server
        self.publisher = publisher
        self.link = link

    def finish(self) -> None:
        """Return once nothing is underway and every socket is closed, at most some ten seconds later."""
        # from now on an answer is told "later": its phone keeps it and sends it to the next worker
        self.underway.is_stopping = True
        self.underway.wait(UNDERWAY_S)
        self._for_at_most(TELLING_S, [self.publisher.settle])
        if self.link:
            self.link.wait_until_said(SAYING_S)
        self.server.sleep(SETTLED_S)
        # what waits is still sent; without the protocol's goodbye, after which a client would not come back by itself
        self._for_at_most(CLOSING_S, [partial(one.close, abort=True) for one in list(self.server.eio.sockets.values())])

    def _for_at_most(self, seconds: float, tasks: list[Any]) -> None:
        done: list[bool] = []

        def run(task: Any) -> None:
            try:
                task()
            finally:
                done.append(True)

        for task in tasks:
            self.server.start_background_task(run, task)
        while len(done) < len(tasks) and seconds > 0:
            self.server.sleep(SETTLED_S)
            seconds -= SETTLED_S
