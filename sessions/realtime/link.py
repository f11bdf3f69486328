"""The link between workers: Socket.IO's message queue on Redis, on which a worker says *which* session changed, never what it looks like.

Each worker draws for the phones that it holds itself, from the database. So nothing is lost with Redis but haste: what is said while the
link is cut is not said again, and whoever comes back looks at everything anew.
"""

import logging
import queue
import time
from collections.abc import Iterator
from typing import Any, Protocol

from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry
from socketio import RedisManager

from .known_rooms import KnownRooms

log = logging.getLogger(__name__)
OURS = "tremplin"
"""The method of our own messages on the queue, beside Socket.IO's (emit, disconnect…)."""
PATIENCE_S = 1.0
"""How long Redis may take to answer; nobody who serves a phone waits for it."""
SILENT_S = 3.0
"""After so long without an answer to our pings the link counts as cut."""
AGAIN_S = 1.0
WAITING = 1000
FAULTS = (RedisError, OSError)


class Listener(Protocol):
    def heard(self, notice: dict[str, Any]) -> None: ...
    def moved(self, is_cut: bool) -> None: ...
    def look_for_ever(self) -> None: ...


class Link(KnownRooms, RedisManager):
    """`say(told)` sends to the other workers without waiting; `begin(listener)` names who is told what they say."""

    def __init__(self, url: str) -> None:
        patient = {"socket_timeout": PATIENCE_S, "socket_connect_timeout": PATIENCE_S, "retry": Retry(NoBackoff(), 1)}
        super().__init__(url, redis_options=patient)
        self.listener: Listener | None = None
        self.is_cut = False
        self._is_at_work = False
        self._to_say: queue.Queue[dict[str, Any]] = queue.Queue(WAITING)
        self._last_heard = 0.0

    def begin(self, listener: "Listener") -> None:
        """Speak and listen from now on; a worker that holds no socket yet has things to say too."""
        self.listener = listener
        self.initialize()

    def initialize(self) -> None:
        """Socket.IO calls this once more when the first client comes."""
        if self._is_at_work:
            return
        self._is_at_work = True
        super().initialize()
        self.server.start_background_task(self._say_all)
        self.server.start_background_task(self.listener.look_for_ever)

    def say(self, told: dict[str, Any]) -> None:
        self._publish({"method": OURS, "host_id": self.host_id, "told": told})

    def wait_until_said(self, seconds: float) -> None:
        """Return once everything is said, or the link is cut, or `seconds` have passed."""
        until = time.monotonic() + seconds
        while self._to_say.unfinished_tasks and not self.is_cut and time.monotonic() < until:
            time.sleep(0.01)

    def _publish(self, data: dict[str, Any]) -> None:
        """Every message of this worker goes through here; it is sent a moment later, in order, by one task alone."""
        if self.is_cut:
            return
        try:
            self._to_say.put_nowait(data)
        except queue.Full:
            # Redis hangs, and its time has not run out yet
            self._move(is_cut=True)

    def _say_all(self) -> None:
        while True:
            data = self._to_say.get()
            try:
                if not self.is_cut:
                    self._connected().publish(self.channel, self.json.dumps(data))
            except FAULTS as error:
                log.warning("cannot reach the other workers: %s", error)
                self._move(is_cut=True)
            finally:
                self._to_say.task_done()

    def _connected(self) -> Any:
        if self.redis is None:
            self._redis_connect()
        return self.redis

    def _listen(self) -> Iterator[bytes]:
        """Hand Socket.IO its own messages, and ours to `heard`; goes on for ever."""
        while True:
            try:
                yield from self._subscribed()
            except FAULTS as error:
                log.warning("the link between the workers is cut: %s", error)
                self._move(is_cut=True)
                time.sleep(AGAIN_S)

    def _subscribed(self) -> Iterator[bytes]:
        ears = self._connected().pubsub(ignore_subscribe_messages=True)
        try:
            ears.subscribe(self.channel)
            ears.ping()
            self._last_heard = time.monotonic()
            while True:
                message = ears.get_message(timeout=PATIENCE_S)
                if message is None:
                    self._still_there(ears)
                    continue
                self._last_heard = time.monotonic()
                self._move(is_cut=False)
                if message["type"] == "message" and not self._is_ours(message["data"]):
                    yield message["data"]
        finally:
            ears.close()

    def _still_there(self, ears: Any) -> None:
        """Ask for a sign of life; raises TimeoutError where the last one is too old."""
        if time.monotonic() - self._last_heard > SILENT_S:
            raise TimeoutError("Redis is silent")
        ears.ping()

    def _is_ours(self, raw: bytes) -> bool:
        try:
            message = self.json.loads(raw)
        except ValueError:
            return False
        if not isinstance(message, dict) or message.get("method") != OURS:
            return False
        if message.get("host_id") != self.host_id:
            try:
                self.listener.heard(message["told"])
            except Exception:
                log.exception("could not act on what another worker said")
        return True

    def _move(self, *, is_cut: bool) -> None:
        if is_cut == self.is_cut:
            return
        self.is_cut = is_cut
        log.warning("link between the workers: %s", "cut" if is_cut else "back")
        self.server.start_background_task(self.listener.moved, is_cut)
