"""A phone that says on its connection exactly what a test wants, and reads frame by frame."""

import json
import socket
import time

from websockets.frames import Frame, Opcode
from websockets.streams import StreamReader

PATIENCE_S = 10
KEY = "dGhlIHNhbXBsZSBub25jZQ=="
TEXT, CONT, BINARY, CLOSE, PING, PONG = Opcode.TEXT, Opcode.CONT, Opcode.BINARY, Opcode.CLOSE, Opcode.PING, Opcode.PONG


class Ended(Exception):
    """The server has closed the connection."""


class RawPhone:
    def __init__(self, port: int, *, headers: str = "", early: bytes = b"", receives: int | None = None) -> None:
        self.socket = socket.socket()
        if receives:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
        self.socket.settimeout(PATIENCE_S)
        self.socket.connect(("127.0.0.1", port))
        self.stream = StreamReader()
        self.socket.sendall((
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: here\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {KEY}\r\n{headers}\r\n"
        ).encode() + early)  # fmt: skip
        self.head = b""
        while not self.head.endswith(b"\r\n\r\n"):
            self.head += self.socket.recv(1) or self._ended()

    def enter(self, name: object = "raw") -> "RawPhone":
        """Open Engine.IO and connect to /live."""
        self.opened = json.loads(self.text()[1:])
        self.say(f"40/live,{json.dumps(name)}")
        assert self.text().startswith("40/live,")
        return self

    def say(self, text: str) -> None:
        self.socket.sendall(frame(TEXT, text.encode()))

    def ask(self, event: str, *data: object, number: int = 1) -> object:
        """Send an event and return its acknowledgement, passing over what is told meanwhile."""
        self.say(f"42/live,{number}{json.dumps([event, *data])}")
        return self.acknowledged(number)

    def acknowledged(self, number: int = 1) -> object:
        while not (text := self.text()).startswith(f"43/live,{number}["):
            pass
        return json.loads(text.removeprefix(f"43/live,{number}"))[0]

    def text(self) -> str:
        """Return the next message; Engine.IO's pings are answered and passed over."""
        while True:
            told = self.frame()
            assert told.opcode is TEXT, told
            text = told.data.decode()
            if text != "2":
                return text
            self.say("3")

    def frame(self) -> Frame:
        """Return the next frame; raises Ended."""
        parsing = Frame.parse(self.stream.read_exact, mask=False)
        while True:
            try:
                next(parsing)
            except StopIteration as whole:
                return whole.value
            self.stream.feed_data(self._received())

    def close_code(self) -> int | None:
        """Return the code of the close frame that comes, and check that the connection ends after it."""
        while (told := self.frame()).opcode is not CLOSE:
            pass
        self.close()
        return int.from_bytes(told.data[:2]) if told.data else None

    def is_ended(self) -> bool:
        """Wait until the server has closed, whatever it still says."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            try:
                self.frame()
            except (Ended, ConnectionError):
                return True
        return False

    def close(self) -> None:
        self.socket.close()

    def _received(self) -> bytes:
        return self.socket.recv(65536) or self._ended()

    def _ended(self) -> bytes:
        raise Ended


def frame(opcode: Opcode, data: bytes = b"", **bits: bool) -> bytes:
    """Return a frame as a client masks it; a bad one too (`rsv1`, a long control frame), which the library would refuse to make."""
    made = Frame(opcode, data, **bits)
    made.check = lambda: None
    return made.serialize(mask=True)
