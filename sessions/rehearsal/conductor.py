"""Plays a whole workshop without a counsellor, as the big button would: for a newcomer, a demonstration or a test."""

import time
from collections.abc import Callable
from typing import Any

import socketio

from sessions.domain.guidance import next_thing
from sessions.domain.live_session import LiveSession
from sessions.domain.states import RunState
from sessions.realtime.rooms import NAMESPACE


class Conductor:
    """`look()` returns the live session as stored; `progress()` returns (answered, expected)."""

    def __init__(self, base: str, code: str, token: str, look: Callable[[], LiveSession], progress: Callable[[], tuple[int, int]]) -> None:
        self.base = base
        self.auth = {"role": "desk", "code": code, "token": token}
        self.look = look
        self.progress = progress

    def play(self, patience_s: float = 14.0, pause_s: float = 2.0, say: Callable[[str], Any] = print) -> None:
        """Press the big button until the session has ended; waits for answers at most `patience_s` on each step."""
        client = socketio.Client()
        client.connect(f"{self.base}?code={self.auth['code']}", auth=self.auth, namespaces=[NAMESPACE], transports=["websocket"], wait_timeout=10)
        try:
            while (command := next_thing(self.look())) is not None:
                live = self.look()
                if live.current and live.current.state is RunState.OPEN and live.step.is_answerable:
                    self._wait_for_answers(patience_s)
                say(f"{live.step.title if live.step else 'Accueil'} → {command}")
                client.call("command", {"name": command, "expected_version": self.look().version}, namespace=NAMESPACE, timeout=20)
                time.sleep(pause_s)
        finally:
            client.disconnect()

    def _wait_for_answers(self, patience_s: float) -> None:
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            answered, expected = self.progress()
            if expected and answered >= expected:
                return
            time.sleep(0.3)
