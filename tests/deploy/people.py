"""Phones, screens and desks over real sockets. A phone keeps its answers until they are acknowledged, as the real one does."""

import socket
import threading
import time
from collections.abc import Callable
from typing import Any

import socketio
from socketio.exceptions import SocketIOError

from sessions.realtime.rooms import NAMESPACE
from sessions.rehearsal.reading import seen_in
from tests.deploy.cluster import Opened

RIGHT = {"choices": ["b"]}
PATIENCE_S = 20


def soon(what: Callable[[], Any], seconds: float = PATIENCE_S) -> Any:
    """Return the first true value of `what()`; fails where none comes in time."""
    until = time.monotonic() + seconds
    while not (found := what()):
        assert time.monotonic() < until, f"not within {seconds} s"
        time.sleep(0.02)
    return found


class Surface:
    """A connected desk, screen or phone that remembers what it was last shown."""

    def __init__(self, base: str, opened: Opened, role: str, token: str = "") -> None:
        self.code, self.role, self.token = opened.code, role, token
        self.html, self.version, self.count, self.connections = "", 0, 0, 0
        self.client = socketio.Client(reconnection_delay=0.2, reconnection_delay_max=1, handle_sigint=False)
        self.client.on("connect", self._connected, namespace=NAMESPACE)
        self.client.on("state_changed", self._shown, namespace=NAMESPACE)
        self.client.on("answers_counted", self._counted, namespace=NAMESPACE)
        who = lambda: {"role": role, "code": self.code, "token": self.token}  # noqa: E731
        self.client.connect(f"{base}?code={self.code}", auth=who, namespaces=[NAMESPACE], transports=["websocket"], wait_timeout=10)
        soon(lambda: self.connections)

    @property
    def is_connected(self) -> bool:
        return NAMESPACE in self.client.namespaces

    @property
    def seen(self) -> Any:
        return seen_in(self.html)

    def ask(self, event: str, wish: dict[str, Any], timeout: float = 10) -> dict[str, Any]:
        return self.client.call(event, wish, namespace=NAMESPACE, timeout=timeout)

    def close(self) -> None:
        """Be switched off: no goodbye, for which this client would wait three seconds."""
        self.client.reconnection = False
        if self.client.connected:
            self.client.eio.ws.sock.shutdown(socket.SHUT_RDWR)
        else:
            self.client.shutdown()

    def _connected(self) -> None:
        self.connections += 1
        self.client.emit("sync", {"version": 0}, namespace=NAMESPACE, callback=self._shown)

    def _shown(self, state: dict[str, Any]) -> None:
        if state.get("html") and state["version"] >= self.version:
            self.html, self.version = state["html"], state["version"]

    def _counted(self, told: dict[str, Any]) -> None:
        self.count = told["answered"]


class Phone(Surface):
    def __init__(self, base: str, opened: Opened, alias: str) -> None:
        self.waiting: dict[str, dict[str, Any]] = {}
        self._sending = threading.Lock()
        super().__init__(base, opened, "phone")
        came = self.ask("join", {"code": self.code, "alias": alias})
        assert came["ok"], came
        self.token, self.participant = came["token"], came["participant"]
        self._shown(came)

    def answer(self, client_answer_id: str) -> None:
        """Keep an answer to the step that is shown, and send it."""
        self.waiting[client_answer_id] = {"run": self.seen.run, "client_answer_id": client_answer_id, "answer": RIGHT}
        self.flush()

    def flush(self) -> bool:
        """Send all that waits; return whether nothing waits any more."""
        with self._sending:
            for name, wish in list(self.waiting.items()):
                try:
                    ack = self.ask("submit_answer", wish, timeout=3)
                except (SocketIOError, OSError):
                    return False
                if ack.get("reason") in ("busy", "too_many"):
                    return False
                assert ack["ok"], ack
                del self.waiting[name]
        return not self.waiting


class Desk(Surface):
    def __init__(self, base: str, opened: Opened) -> None:
        super().__init__(base, opened, "desk", opened.desk_token)
        soon(lambda: self.version)

    def command(self, name: str) -> None:
        """Give a command for what is shown now; a cut before the answer is met by giving it again, as a thumb would."""

        def given() -> bool:
            try:
                ack = self.ask("command", {"name": name, "expected_version": self.version}, timeout=5)
            except (SocketIOError, OSError):
                return False
            self._shown(ack)
            return ack["ok"]

        before = self.version
        soon(given)
        soon(lambda: self.version > before)
