"""Where a connection is taken over: it stands where the WSGI application expects the Socket.IO server."""

from collections.abc import Callable
from typing import Any

import engineio
import socketio
from engineio import packet

from .engine_socket import EngineSocket, shared_frame
from .handshake import answer_to, kept
from .heartbeat import GOODBYE_S, Heartbeat
from .loop import Loop
from .wire import MOST_WAITING

StartResponse = Callable[..., Any]


class Door:
    """`server` is left every request that is not a WebSocket from the start: polling, upgrades from it, and refusals."""

    def __init__(self, server: socketio.Server, loop: Loop, most_waiting: int = MOST_WAITING, goodbye_s: float = GOODBYE_S) -> None:
        self.server = server
        self.engine: engineio.Server = server.eio
        self.loop = loop
        self.most_waiting = most_waiting
        self.heartbeat = Heartbeat(self.engine.ping_interval, self.engine.ping_timeout, goodbye_s)
        self._is_beating = False

    def handle_request(self, environ: dict[str, Any], start_response: StartResponse) -> Any:
        """The WSGI application of the path /socket.io/."""
        answer = answer_to(environ) if self._is_allowed(environ) else None
        if answer is None:
            return self.server.handle_request(environ, start_response)
        sid = self.engine.generate_id()
        if self.engine._trigger_event("connect", sid, kept(environ), run_async=False) is False:
            refusal = self.engine._unauthorized()
            start_response(refusal["status"], refusal["headers"])
            return [refusal["response"]]
        self._let_in(sid, environ, answer)
        return []

    def _is_allowed(self, environ: dict[str, Any]) -> bool:
        """By origin, as python-engineio decides it, and by transport."""
        origin = environ.get("HTTP_ORIGIN")
        allowed = self.engine._cors_allowed_origins(environ) if origin and self.engine.cors_allowed_origins != [] else None
        return "websocket" in self.engine.transports and (allowed is None or origin in allowed)

    def _let_in(self, sid: str, environ: dict[str, Any], answer: bytes) -> None:
        if not self._is_beating:
            self._is_beating = True
            self.engine.start_background_task(self.heartbeat.beat_for_ever, self.engine.sleep)
        connection, early = self.loop.take_socket(environ)
        one = EngineSocket(self.engine, sid, connection, self.loop, self.heartbeat, self.most_waiting)
        self.engine.sockets[sid] = one
        self.heartbeat.heard(one)
        one.wire.write(answer + shared_frame(self._opening(sid)))
        one.wire.listen(early)

    def _opening(self, sid: str) -> packet.Packet:
        engine = self.engine
        return packet.Packet(packet.OPEN, {
            "sid": sid, "upgrades": [], "pingTimeout": int(engine.ping_timeout * 1000),
            "pingInterval": int(engine.ping_interval + engine.ping_interval_grace_period) * 1000, "maxPayload": engine.max_http_buffer_size,
        })  # fmt: skip
