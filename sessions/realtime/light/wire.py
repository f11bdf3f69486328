"""One WebSocket connection after its handshake: messages and frames in and out, and nothing here ever waits."""

import socket
from collections import deque
from typing import Protocol

from websockets.exceptions import ProtocolError
from websockets.frames import Close, CloseCode, Frame, Opcode

from .loop import Loop, RawSocket
from .reading import Broken, Reader

AT_ONCE = 4096
"""Bytes read in one go: no client that sends a thousand tiny frames keeps the others waiting."""
MOST_WAITING = 1_000_000
"""Bytes that may wait for a slow reader, beyond what the system holds for it. One over it is cut off: it connects again and is redrawn."""


class Owner(Protocol):
    """Called from within the loop: it may not wait."""

    def heard(self, message: str | bytes) -> None: ...
    def ended(self) -> None:
        """Nothing more will be heard; called once or twice."""


class Wire:
    __slots__ = ("_arrivals", "_departures", "_loop", "_most_waiting", "_owner", "_reader", "_size", "_socket", "_waiting", "is_closing", "is_gone")

    def __init__(self, connection: RawSocket, loop: Loop, owner: Owner, largest: int, most_waiting: int = MOST_WAITING) -> None:
        self._socket = connection
        self._loop = loop
        self._owner = owner
        self._reader = Reader(largest)
        self._most_waiting = most_waiting
        self._waiting: deque[memoryview] | None = None
        self._size = 0
        self._arrivals = self._departures = None
        self.is_closing = self.is_gone = False

    @property
    def is_settled(self) -> bool:
        """Whether everything written has gone to the system."""
        return not self._waiting

    def listen(self, early: bytes = b"") -> None:
        """Hear the client from now on; `early` is what it sent before."""
        if self._arrivals is None and not self.is_gone:
            self._arrivals = self._loop.watch_readable(self._socket.fileno(), self._readable)
        if early:
            self._take(early)

    def pause(self) -> None:
        """Hear nothing until `listen`; the client is slowed down by the system."""
        if self._arrivals is not None:
            self._loop.unwatch(self._arrivals)
            self._arrivals = None

    def write(self, frame: bytes) -> None:
        """Send what fits now and the rest when there is room; a broken connection or a reader too slow is dropped."""
        if self.is_closing or self.is_gone:
            return
        self._send(frame)

    def finish(self, code: CloseCode | None = CloseCode.NORMAL_CLOSURE) -> None:
        """Say goodbye after what waits; the client's end is then awaited, so that nothing on its way is lost. None answers a goodbye without a reason."""
        if self.is_closing or self.is_gone:
            return
        self.is_closing = True
        self._send(framed(Opcode.CLOSE, b"" if code is None else Close(code, "").serialize()))
        self._end_if_settled()
        self.listen()
        self._owner.ended()

    def drop(self) -> None:
        """Close at once."""
        if self.is_gone:
            return
        self.is_gone = True
        self.pause()
        self._forget_waiting()
        self._socket.close()
        self._owner.ended()

    def _send(self, frame: bytes) -> None:
        if self._waiting:
            self._waiting.append(memoryview(frame))
            self._size += len(frame)
            if self._size > self._most_waiting:
                self.drop()
            return
        try:
            sent = self._socket.send(frame)
        except BlockingIOError:
            sent = 0
        except OSError:
            self.drop()
            return
        if sent < len(frame):
            self._waiting = deque([memoryview(frame)[sent:]])
            self._size = len(frame) - sent
            self._departures = self._loop.watch_writable(self._socket.fileno(), self._writable)

    def _writable(self) -> None:
        try:
            while self._waiting:
                sent = self._socket.send(self._waiting[0])
                self._size -= sent
                if sent < len(self._waiting[0]):
                    self._waiting[0] = self._waiting[0][sent:]
                    return
                self._waiting.popleft()
        except BlockingIOError:
            return
        except OSError:
            self.drop()
            return
        self._forget_waiting()
        self._end_if_settled()

    def _forget_waiting(self) -> None:
        self._waiting, self._size = None, 0
        if self._departures is not None:
            self._loop.unwatch(self._departures)
            self._departures = None

    def _end_if_settled(self) -> None:
        if self.is_closing and not self.is_gone and self.is_settled:
            try:
                self._socket.shutdown(socket.SHUT_WR)
            except OSError:
                self.drop()

    def _readable(self) -> None:
        try:
            data = self._socket.recv(AT_ONCE)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self.drop()
        elif not self.is_closing:
            self._take(data)

    def _take(self, data: bytes) -> None:
        try:
            for told in self._reader.read(data):
                if self.is_closing or self.is_gone:
                    return
                if isinstance(told, Frame):
                    self._control(told)
                else:
                    self._owner.heard(told)
        except Broken as broken:
            self.finish(broken.code)

    def _control(self, frame: Frame) -> None:
        if frame.opcode is Opcode.PING:
            self.write(framed(Opcode.PONG, frame.data))
        elif frame.opcode is Opcode.CLOSE:
            self.finish(_answer(frame.data))


def framed(opcode: Opcode, data: bytes) -> bytes:
    """Return a whole message, or a control frame, as the server sends it."""
    return Frame(opcode, data).serialize(mask=False)


def _answer(farewell: bytes) -> CloseCode | int | None:
    """Return the reason to close with, given the client's; None where it gave none."""
    try:
        return Close.parse(farewell).code if farewell else None
    except ProtocolError:
        return CloseCode.PROTOCOL_ERROR
    except UnicodeDecodeError:
        return CloseCode.INVALID_DATA
