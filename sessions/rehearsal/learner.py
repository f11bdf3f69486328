"""One simulated learner: joins, thinks for a while, answers plausibly, passes now and then, is lost sometimes."""

import secrets
import threading
from collections.abc import Callable
from random import Random
from typing import Any

import socketio

from sessions.realtime.rooms import NAMESPACE
from workshop.exercises.contract import AnswerRefused
from workshop.plans.model import Part

from .reading import Seen, seen_in

PASSES = 0.06
IS_LOST = 0.04


class SimulatedLearner:
    """`part_of(run, place)` finds the exercise on the phone; `pace_s` is the longest time it takes to answer."""

    def __init__(self, base: str, code: str, random: Random, part_of: Callable[[str, int], Part | None], pace_s: float = 9.0) -> None:
        self.base = base
        self.code = code
        self.random = random
        self.part_of = part_of
        self.pace_s = pace_s
        self.has_ended = threading.Event()
        self.acknowledged = 0
        self._token = ""
        self._answered: set[tuple[str, int]] = set()
        self._lock = threading.Lock()
        self.client = socketio.Client(reconnection=True, reconnection_delay=0.5, reconnection_delay_max=3)
        self.client.on("connect", self._come_in, namespace=NAMESPACE)
        self.client.on("state_changed", lambda state: self._look(state["html"], is_shared=seen_in(state["html"]).is_shared), namespace=NAMESPACE)
        self.client.on("redraw", lambda _notice: self._ask(), namespace=NAMESPACE)
        self.client.on("left", lambda _notice: self.has_ended.set(), namespace=NAMESPACE)

    def start(self) -> None:
        """Connect; raises socketio.exceptions.ConnectionError where the server is not there or refuses."""
        auth = lambda: {"role": "phone", "code": self.code, "token": self._token}  # noqa: E731
        self.client.connect(f"{self.base}?code={self.code}", auth=auth, namespaces=[NAMESPACE], transports=["websocket"], wait_timeout=10)

    def leave(self) -> None:
        self.client.disconnect()

    def _come_in(self) -> None:
        self.client.emit("join", {"code": self.code, "alias": ""}, namespace=NAMESPACE, callback=self._welcomed)

    def _welcomed(self, ack: dict[str, Any]) -> None:
        if not ack.get("ok"):
            self.has_ended.set()
            return
        self._token = ack["token"]
        self._look(ack["html"])

    def _ask(self, part: int | None = None) -> None:
        self.client.emit("sync", {"version": 0, "part": part}, namespace=NAMESPACE, callback=lambda state: self._look(state.get("html", "")))

    def _look(self, html: str, *, is_shared: bool = False) -> None:
        seen = seen_in(html)
        if is_shared and seen.moment != "activity":
            self._ask()
        if seen.moment == "ended":
            self.has_ended.set()
        if seen.moment != "activity" or not self._is_new(seen):
            return
        wait = threading.Timer(self.random.uniform(0.15, 1.0) * self.pace_s, self._answer, (seen,))
        wait.daemon = True
        wait.start()

    def _is_new(self, seen: Seen) -> bool:
        with self._lock:
            key = (seen.run, seen.part)
            if key in self._answered:
                return False
            self._answered.add(key)
            return True

    def _answer(self, seen: Seen) -> None:
        part = self.part_of(seen.run, seen.part)
        if part is None or not self.client.connected:
            return
        if self.random.random() < IS_LOST:
            self.client.emit("signal", {"kind": "lost"}, namespace=NAMESPACE)
        wish: dict[str, Any] = {"run": seen.run, "part": seen.part, "client_answer_id": secrets.token_hex(8)}
        try:
            has_nothing_to_say = part.exercise.imagine is None or self.random.random() < PASSES
            wish |= {"pass": True} if has_nothing_to_say else {"answer": self._imagined(part)}
        except AnswerRefused:
            return
        self.client.emit("submit_answer", wish, namespace=NAMESPACE, callback=lambda ack: self._answered_ok(ack, seen))

    def _imagined(self, part: Part) -> dict[str, Any]:
        return part.exercise.imagine(part.spec, self.random).model_dump(mode="json")

    def _answered_ok(self, ack: dict[str, Any], seen: Seen) -> None:
        if not ack.get("ok"):
            return
        self.acknowledged += 1
        # in a block the next question is there only when it is asked for, also by who leaves a story in the middle
        self._ask(seen.part + 1)
