"""A simulated phone, light enough for hundreds: it keeps its answer until it is acknowledged, comes back by itself, and writes down all it was told."""

import asyncio
import json
import re
import time
from collections.abc import Callable
from random import Random
from typing import Any

from websockets.asyncio.client import connect
from websockets.exceptions import WebSocketException

ANSWER_S = 6.0
"""Without an acknowledgement for so long, the connection is held for dead."""


class Lost(Exception):
    """The connection is no longer any good."""


class Phone:
    def __init__(self, port: int, code: str, alias: str, random: Random, *, thinks_s: float = 0.4) -> None:
        self.port, self.code, self.alias, self.random, self.thinks_s = port, code, alias, random, thinks_s
        self.token = ""
        self.participant = 0
        self.run, self.version = "", 0
        self.waiting: dict[str, Any] | None = None
        self.acknowledged: list[str] = []
        self.sent: list[str] = []
        self.refused: list[dict[str, Any]] = []
        self.put_off: list[dict[str, Any]] = []
        """Refusals that mean "send it again later"."""
        self.came: list[float] = []
        """When it was in the room again, by the monotonic clock."""
        self.went_back: list[tuple[int, int]] = []
        """Versions older than one already shown: a phone ignores them, and none should be sent in answer to a question."""
        self.is_over = False
        self._calls = 0

    async def live(self) -> None:
        """Be in the room and change one's mind until `is_over`, and then until nothing waits any more."""
        while not self.is_over or self.waiting:
            try:
                await self._visit()
            except (OSError, WebSocketException, Lost, TimeoutError):
                await asyncio.sleep(self.random.uniform(0.2, 1.2))

    async def _visit(self) -> None:
        address = f"ws://127.0.0.1:{self.port}/socket.io/?EIO=4&transport=websocket&code={self.code}"
        async with connect(address, ping_interval=None, open_timeout=ANSWER_S, close_timeout=0.2, compression=None, proxy=None) as socket:
            await self._heard(socket, "0")
            who = {"role": "phone", "code": self.code, "token": self.token}
            await socket.send(f"40/live,{json.dumps(who)}")
            await self._heard(socket, "40/live,")
            came = await self._ask(socket, "join", {"code": self.code, "alias": self.alias, "token": self.token})
            if came.get("reason") == "busy":
                raise Lost
            assert came["ok"], came
            self.token, self.participant = came["token"], came["participant"]
            self._shown(came)
            self.came.append(time.monotonic())
            while not self.is_over or self.waiting:
                await self._answer(socket)
                await self._listen(socket, self.random.uniform(0.2, 1.8) * self.thinks_s)

    async def _answer(self, socket: Any) -> None:
        if self.waiting is None and not self.is_over:
            name = f"{self.alias}-{len(self.sent)}"
            self.waiting = {"run": self.run, "client_answer_id": name, "answer": {"choices": [self.random.choice("abc")]}}
            self.sent.append(name)
        if self.waiting is None:
            return
        ack = await self._ask(socket, "submit_answer", self.waiting)
        if ack["ok"]:
            self.acknowledged.append(self.waiting["client_answer_id"])
        elif ack.get("reason") in ("busy", "too_many"):
            self.put_off.append(ack)
            await self._listen(socket, 0.3)
            return
        else:
            self.refused.append(ack)
        self.waiting = None

    async def _ask(self, socket: Any, event: str, wish: dict[str, Any]) -> dict[str, Any]:
        self._calls += 1
        number = self._calls
        await socket.send(f"42/live,{number}{json.dumps([event, wish])}")
        return json.loads((await self._heard(socket, f"43/live,{number}["))[len(f"43/live,{number}") :])[0]

    async def _listen(self, socket: Any, seconds: float) -> None:
        try:
            await self._heard(socket, "nothing", seconds)
        except TimeoutError:
            return

    async def _heard(self, socket: Any, beginning: str, seconds: float = ANSWER_S) -> str:
        """Return the next message that begins so; what else comes is taken meanwhile. Raises TimeoutError, or Lost where the server says goodbye."""
        async with asyncio.timeout(seconds):
            while True:
                message = await socket.recv()
                if message.startswith(beginning):
                    return message
                if message == "2":
                    await socket.send("3")
                elif message.startswith('42/live,["state_changed"'):
                    self._shown(json.loads(message[len("42/live,") :])[1])
                elif message.startswith(("1", "41", "44")):
                    raise Lost(message[:80])

    def _shown(self, state: dict[str, Any]) -> None:
        if state["version"] < self.version:
            self.went_back.append((self.version, state["version"]))
            return
        self.version = state["version"]
        found = re.search(r'data-run="([^"]*)"', state["html"])
        self.run = found[1] if found else self.run


async def until(what: Callable[[], Any], why: str, seconds: float = 20) -> None:
    """Return once `what()` is true; fails where it is not in time."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, f"not within {seconds} s: {why}"
        await asyncio.sleep(0.05)


async def play(phones: list[Phone], during: Any) -> None:
    """Let the phones live while `during` (a coroutine) goes on, and until all that waits is delivered."""
    tasks = [asyncio.create_task(phone.live()) for phone in phones]
    try:
        await during
        for phone in phones:
            phone.is_over = True
        await asyncio.wait_for(asyncio.gather(*tasks), 60)
    finally:
        for task in tasks:
            task.cancel()
