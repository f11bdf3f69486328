"""From bytes as they come to whole messages. The frames are read by the websockets library; joining them is ours (RFC 6455, sections 5.4 and 5.5)."""

from collections.abc import Generator, Iterator

from websockets.exceptions import PayloadTooBig, ProtocolError
from websockets.frames import CloseCode, Frame, Opcode
from websockets.streams import StreamReader

CONTROL = (Opcode.CLOSE, Opcode.PING, Opcode.PONG)


class Broken(Exception):
    """The client does not keep to the protocol; `code` is what it is told when the connection is closed."""

    def __init__(self, code: CloseCode) -> None:
        super().__init__(code.name)
        self.code = code


class Reader:
    """One client's side of the conversation. Between two messages it holds nothing: thousands of phones are silent most of the time."""

    __slots__ = ("_begun", "_joined", "_largest", "_opcode")

    def __init__(self, largest: int) -> None:
        self._largest = largest
        self._begun: tuple[StreamReader, Generator[None, None, Frame]] | None = None
        self._opcode: Opcode | None = None
        """Of the message whose fragments are being joined."""
        self._joined: bytearray | None = None

    def read(self, data: bytes) -> Iterator[str | bytes | Frame]:
        """Give each message that these bytes complete, as text or bytes, and each control frame; raises Broken. Must be gone through to its end."""
        stream, frame = self._begun or (StreamReader(), None)
        self._begun = None
        stream.feed_data(data)
        while frame or stream.buffer:
            frame = frame or Frame.parse(stream.read_exact, mask=True, max_size=self._largest)
            try:
                next(frame)
            except StopIteration as whole:
                yield from self._told(whole.value)
                frame = None
            except PayloadTooBig as error:
                raise Broken(CloseCode.MESSAGE_TOO_BIG) from error
            except ProtocolError as error:
                raise Broken(CloseCode.PROTOCOL_ERROR) from error
            else:
                self._begun = stream, frame
                return

    def _told(self, frame: Frame) -> Iterator[str | bytes | Frame]:
        if frame.opcode in CONTROL:
            yield frame
            return
        if (frame.opcode is Opcode.CONT) is (self._opcode is None):
            # a fragment of nothing, or a new message in the middle of another
            raise Broken(CloseCode.PROTOCOL_ERROR)
        opcode, whole = self._opcode or frame.opcode, frame.data
        if self._joined is not None:
            self._joined += frame.data
            whole = self._joined
        if len(whole) > self._largest:
            raise Broken(CloseCode.MESSAGE_TOO_BIG)
        if frame.fin:
            self._opcode = self._joined = None
            yield _as_text(whole) if opcode is Opcode.TEXT else bytes(whole)
        elif self._joined is None:
            self._opcode, self._joined = opcode, bytearray(whole)


def _as_text(data: bytes | bytearray) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Broken(CloseCode.INVALID_DATA) from error
