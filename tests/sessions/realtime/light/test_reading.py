"""Bytes come as the network likes; messages come as they were sent."""

from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode

from sessions.realtime.light.reading import Reader
from tests.sessions.realtime.light.raw_phone import BINARY, CONT, PING, PONG, TEXT, frame

LARGEST = 1000
messages = st.one_of(st.text(max_size=150), st.binary(max_size=300))
controls = st.tuples(st.sampled_from([PING, PONG]), st.binary(max_size=125))


@st.composite
def conversations(draw):
    """Return messages and control frames in the order in which they are complete, and the bytes that carry them, fragmented at will."""
    told, sent = [], b""
    for message in draw(st.lists(messages, max_size=6)):
        data = message.encode() if isinstance(message, str) else message
        cuts = sorted(draw(st.lists(st.integers(0, len(data)), max_size=3)))
        pieces = [data[start:end] for start, end in zip([0, *cuts], [*cuts, len(data)], strict=True)]
        for place, piece in enumerate(pieces):
            opcode = CONT if place else TEXT if isinstance(message, str) else BINARY
            sent += frame(opcode, piece, fin=place == len(pieces) - 1)
            if place < len(pieces) - 1 and draw(st.booleans()):
                control, payload = draw(controls)
                sent += frame(control, payload)
                told.append((control, payload))
        told.append(message)
    return told, sent


def in_words(told: str | bytes | bytearray | Frame) -> str | bytes | tuple[Opcode, bytes]:
    if isinstance(told, Frame):
        return told.opcode, bytes(told.data)
    return told if isinstance(told, str) else bytes(told)


@given(conversations(), st.data())
def test_however_the_bytes_are_cut_the_messages_are_the_same(conversation, data):
    told, sent = conversation
    cuts = sorted(data.draw(st.lists(st.integers(0, len(sent)), max_size=20)))
    chunks = [sent[start:end] for start, end in zip([0, *cuts], [*cuts, len(sent)], strict=True)]
    reader = Reader(LARGEST)

    assert [in_words(one) for chunk in chunks for one in reader.read(chunk)] == told


@given(conversations())
def test_byte_by_byte_or_all_at_once_is_the_same(conversation):
    _, sent = conversation
    slowly, at_once = Reader(LARGEST), Reader(LARGEST)

    assert [in_words(one) for byte in sent for one in slowly.read(bytes([byte]))] == [in_words(one) for one in at_once.read(sent)]
