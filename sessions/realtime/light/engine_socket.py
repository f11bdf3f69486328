"""One client as python-engineio and python-socketio see it: what they use of `engineio.socket.Socket`, on a wire that never waits."""

import logging
from collections import deque
from typing import Any

import engineio
from engineio import packet
from engineio.exceptions import SocketIsClosedError
from websockets.frames import CloseCode, Opcode

from .heartbeat import Heartbeat
from .loop import Loop, RawSocket
from .wire import MOST_WAITING, Wire, framed

log = logging.getLogger(__name__)
PONG = str(packet.PONG)
MOST_UNHANDLED = 32
"""Messages that may wait for a handler before the client is slowed down."""
SETTLING_S = 5.0
STEP_S = 0.02


class EngineSocket:
    """Messages are handled in their order, in a greenlet that lives as long as there are any; python-socketio gives each event one of its own."""

    __slots__ = ("_handled", "_heartbeat", "_loop", "_reason", "_session", "_unhandled", "closed", "closing", "server", "sid", "wire")
    connected = upgraded = True
    upgrading = False

    def __init__(
        self, server: engineio.Server, sid: str, connection: RawSocket, loop: Loop, heartbeat: Heartbeat, most_waiting: int = MOST_WAITING
    ) -> None:
        self.server = server
        self.sid = sid
        self.closing = self.closed = False
        self.wire = Wire(connection, loop, self, server.max_http_buffer_size, most_waiting)
        self._loop = loop
        self._heartbeat = heartbeat
        self._reason = server.reason.TRANSPORT_CLOSE
        self._session: dict[str, Any] | None = None
        self._unhandled: deque[str | bytes | None] | None = None

    @property
    def session(self) -> dict[str, Any]:
        if self._session is None:
            self._session = {}
        return self._session

    @session.setter
    def session(self, session: dict[str, Any]) -> None:
        self._session = session

    def send(self, pkt: packet.Packet) -> None:
        """Write it at once; raises SocketIsClosedError."""
        if self.closed:
            raise SocketIsClosedError()
        self.wire.write(shared_frame(pkt))

    def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        """Tell the application, then the client (not with `abort`), and close; with `wait`, return once all is sent, at most some seconds later."""
        if self.closed or self.closing:
            return
        self.closing = True
        self.server._trigger_event("disconnect", self.sid, reason or self.server.reason.SERVER_DISCONNECT, run_async=False)
        if not abort:
            self.send(packet.Packet(packet.CLOSE))
        self.closed = True
        self.server.sockets.pop(self.sid, None)
        self.wire.finish()
        left = SETTLING_S
        while wait and not self.wire.is_settled and left > 0:
            self.server.sleep(STEP_S)
            left -= STEP_S

    def check_ping_timeout(self) -> bool:
        """Asked by python-engineio's own task, which need not care: the heartbeat does."""
        return True

    def ask(self) -> None:
        self.wire.write(shared_frame(packet.Packet(packet.PING)))

    def give_up(self) -> None:
        self._reason = self.server.reason.PING_TIMEOUT
        self.wire.drop()

    def drop(self) -> None:
        self.wire.drop()

    def heard(self, message: str | bytes) -> None:
        if message == PONG:
            self._heartbeat.heard(self)
        else:
            self._later(message)

    def ended(self) -> None:
        if self.wire.is_gone:
            self._heartbeat.forget(self)
        else:
            self._heartbeat.leaving(self)
        if not self.closing:
            self._later(None)

    def _later(self, message: str | bytes | None) -> None:
        """Have it handled, after those before it; None is the end."""
        if self._unhandled is not None:
            self._unhandled.append(message)
            if len(self._unhandled) > MOST_UNHANDLED:
                self.wire.pause()
            return
        self._unhandled = deque([message])
        self._loop.spawn(self._handle_all)

    def _handle_all(self) -> None:
        while self._unhandled:
            message = self._unhandled.popleft()
            try:
                self._handle(message)
            except Exception:
                # nothing that a client sends may end more than its own connection
                log.exception("a socket message failed")
                self.wire.finish(CloseCode.INTERNAL_ERROR)
        self._unhandled = None
        if not self.wire.is_gone:
            self.wire.listen()

    def _handle(self, message: str | bytes | None) -> None:
        if message is None:
            self.close(wait=False, abort=True, reason=self._reason)
        elif not self.closed:
            self._receive(packet.Packet(encoded_packet=message))

    def _receive(self, pkt: packet.Packet) -> None:
        if pkt.packet_type == packet.MESSAGE:
            self.server._trigger_event("message", self.sid, pkt.data, run_async=self.server.async_handlers)
        elif pkt.packet_type == packet.CLOSE:
            self.close(wait=False, abort=True, reason=self.server.reason.CLIENT_DISCONNECT)


def shared_frame(pkt: packet.Packet) -> bytes:
    """Return the packet framed; a packet for a whole room is one object, so this is done once and kept on it, as Packet keeps its encoding."""
    frame = pkt.__dict__.get("light_frame")
    if frame is None:
        told = pkt.encode()
        frame = pkt.light_frame = framed(Opcode.BINARY, told) if isinstance(told, bytes) else framed(Opcode.TEXT, told.encode())
    return frame
