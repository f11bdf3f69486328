"""Surfaces without a browser: a real Socket.IO client that remembers what it was told."""

import re
import time
from collections.abc import Callable
from typing import Any

import socketio

NAMESPACE = "/live"
PATIENCE_S = 15


class Surface:
    """A desk, a screen or a phone over one transport, "websocket" or "polling"."""

    def __init__(self, base: str, transport: str, role: str, code: str, token: str | None = None) -> None:
        self.code = code
        self.html = ""
        self.version = 0
        self.counted: dict[str, Any] = {}
        self.client = socketio.Client(reconnection=False)
        self.client.on("state_changed", self._told, namespace=NAMESPACE)
        self.client.on("answers_counted", self.counted.update, namespace=NAMESPACE)
        auth = {"role": role, "code": code, "token": token}
        self.client.connect(base, auth=auth, namespaces=[NAMESPACE], transports=[transport], wait_timeout=PATIENCE_S)
        if role != "phone":
            self._told(self.ask("sync", version=0))

    def ask(self, event: str, **data: Any) -> dict[str, Any]:
        return self.client.call(event, data, namespace=NAMESPACE, timeout=PATIENCE_S)

    def value(self, name: str) -> str:
        """Return a `data-…` of the fragment."""
        found = re.search(rf'data-{name}="([^"]*)"', self.html)
        return found[1] if found else ""

    def sees(self, moment: str) -> None:
        """Wait until the fragment shows this moment of the session."""
        until(lambda: self.value("moment") == moment, lambda: f"shows {self.value('moment')}, not {moment}")

    def leave(self) -> None:
        self.client.disconnect()

    def _told(self, state: dict[str, Any]) -> None:
        # a push and an acknowledgement may cross
        if state["version"] >= self.version:
            self.version, self.html = state["version"], state["html"]


class Phone(Surface):
    def __init__(self, base: str, transport: str, code: str, alias: str) -> None:
        super().__init__(base, transport, "phone", code)
        self.alias = alias
        self.sent = 0
        ack = self.ask("join", code=code, alias=alias)
        assert ack["ok"], ack
        self._told(ack)

    def answer(self, part: int = 0, **answer: Any) -> dict[str, Any]:
        self.sent += 1
        return self.ask("submit_answer", run=self.value("run"), part=part, client_answer_id=f"{self.alias}-{self.sent}", answer=answer)


class Desk(Surface):
    def press(self, name: str, **more: Any) -> None:
        ack = self.ask("command", name=name, expected_version=self.version, **more)
        assert ack["ok"], ack
        self._told(self.ask("sync", version=0))


def until(is_so: Callable[[], bool], why: Callable[[], str]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not is_so():
        assert time.monotonic() < deadline, why()
        time.sleep(0.01)
