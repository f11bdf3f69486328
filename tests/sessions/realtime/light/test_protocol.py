"""What a client may say, byte by byte, and what becomes of one that does not keep to the protocol (RFC 6455)."""

import json
import socket

import pytest

from tests.sessions.realtime.light.raw_phone import BINARY, CLOSE, CONT, PING, PONG, TEXT, Ended, RawPhone, frame

LARGEST = 2000
EMPTY = '42/live,1["echo",""]'
ECHO = b'42/live,1["echo","bonjour"]'


def echo_of(size):
    """An event of exactly so many bytes."""
    return '42/live,1["echo","{}"]'.format("x" * (size - len(EMPTY))).encode()


@pytest.fixture
def phone(light):
    phone = RawPhone(light.port).enter()
    yield phone
    phone.close()


def test_the_handshake_is_the_one_of_the_standard(light):
    phone = RawPhone(light.port)

    assert phone.head.startswith(b"HTTP/1.1 101 ")
    assert b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n" in phone.head
    assert b"Sec-WebSocket-Extensions" not in phone.head
    assert phone.enter().opened | {"sid": ""} == {"sid": "", "upgrades": [], "pingTimeout": 20000, "pingInterval": 25000, "maxPayload": LARGEST}


def test_a_fragmented_message_is_joined_and_a_ping_in_its_middle_is_answered(phone):
    phone.socket.sendall(frame(TEXT, ECHO[:5], fin=False) + frame(CONT, ECHO[5:10], fin=False))
    phone.socket.sendall(frame(PING, b"still there?"))
    answer = phone.frame()
    phone.socket.sendall(frame(CONT, b"", fin=False) + frame(CONT, ECHO[10:]))

    assert (answer.opcode, bytes(answer.data)) == (PONG, b"still there?")
    assert phone.acknowledged() == "bonjour"


def test_a_message_that_comes_byte_by_byte_is_one_message(phone):
    for byte in frame(TEXT, ECHO):
        phone.socket.sendall(bytes([byte]))

    assert phone.acknowledged() == "bonjour"


def test_many_messages_in_one_packet_are_all_answered(phone):
    phone.socket.sendall(b"".join(frame(TEXT, f'42/live,{n}["echo",{n}]'.encode()) for n in range(100)))

    answers = [json.loads(phone.text().split(",", 1)[1].partition("[")[2].rstrip("]")) for _ in range(100)]
    assert sorted(answers) == list(range(100))


def test_a_message_may_be_as_large_as_the_bound(phone):
    phone.socket.sendall(frame(TEXT, echo_of(LARGEST)))

    assert len(phone.acknowledged()) == LARGEST - len(EMPTY)


@pytest.mark.parametrize(("code", "said"), [
    pytest.param(1009, frame(TEXT, echo_of(LARGEST + 1)), id="too large"),
    pytest.param(1009, frame(TEXT, b"x" * LARGEST, fin=False) + frame(CONT, b"x"), id="too large in fragments"),
    pytest.param(1009, frame(TEXT, b"x" * 10**6)[:14], id="announced as too large"),
    pytest.param(1002, b"\x81\x01x", id="not masked"),
    pytest.param(1002, frame(TEXT, ECHO, rsv1=True), id="compressed, though nobody agreed to it"),
    pytest.param(1002, b"\x83\x80\x00\x00\x00\x00", id="an unknown kind of frame"),
    pytest.param(1002, frame(CONT, b"x"), id="the end of nothing"),
    pytest.param(1002, frame(TEXT, b"x", fin=False) + frame(TEXT, b"y"), id="a message inside another"),
    pytest.param(1002, frame(PING, b"x" * 126), id="a ping too long"),
    pytest.param(1002, frame(PING, b"x", fin=False), id="a ping in fragments"),
    pytest.param(1007, frame(TEXT, b"4\xff\xfe"), id="not UTF-8"),
    pytest.param(1007, frame(TEXT, "4é".encode()[:2], fin=False) + frame(CONT, b"x"), id="not UTF-8 once joined"),
    pytest.param(1002, frame(CLOSE, b"\x03"), id="half a close code"),
    pytest.param(1002, frame(CLOSE, (1005).to_bytes(2)), id="a close code nobody may send"),
    pytest.param(1011, frame(TEXT, b"hello?"), id="not Engine.IO"),
    pytest.param(1011, frame(TEXT, b""), id="an empty message"),
    pytest.param(1011, frame(TEXT, b"b4!"), id="not base64"),
])  # fmt: skip
def test_whoever_breaks_the_protocol_is_told_how_and_closed(light, phone, code, said):
    other = RawPhone(light.port).enter()
    phone.socket.sendall(said)

    assert phone.close_code() == code
    assert other.ask("echo", "still served") == "still served"
    other.close()


def test_what_came_before_the_fault_is_still_handled(light, phone):
    before = RawPhone(light.port).enter("sits here")
    phone.socket.sendall(frame(TEXT, b'42/live,["tell","last words",1]') + b"\x81\x01x")

    assert before.text() == '42/live,["told","last words"]'
    before.close()


@pytest.mark.parametrize(("farewell", "answer"), [((1000).to_bytes(2) + b"bye", 1000), (b"", None), ((4321).to_bytes(2), 4321)])
def test_a_farewell_is_answered_in_kind_and_the_connection_ends(phone, farewell, answer):
    phone.socket.sendall(frame(CLOSE, farewell) + frame(TEXT, ECHO))
    told = phone.frame()

    assert told.opcode is CLOSE
    assert bytes(told.data) == (answer.to_bytes(2) if answer else b"")
    with pytest.raises(Ended):
        phone.frame()


def test_a_phone_that_only_closes_its_side_has_left(light, phone):
    leaving = RawPhone(light.port).enter("half closed")
    leaving.socket.shutdown(socket.SHUT_WR)

    assert leaving.is_ended()
    assert ["half closed", "transport close"] in phone.ask("gone")


def test_what_is_sent_along_with_the_request_is_heard(light):
    phone = RawPhone(light.port, early=frame(TEXT, b'40/live,"hasty"') + frame(TEXT, ECHO))

    assert phone.text().startswith("0{")
    assert phone.text().startswith("40/live,")
    assert phone.acknowledged() == "bonjour"
    phone.close()


def test_a_binary_attachment_arrives_and_comes_back(phone):
    phone.socket.sendall(frame(TEXT, b'451-/live,1["echo",{"_placeholder":true,"num":0}]') + frame(BINARY, b"\x00\xff"))

    assert phone.text() == '461-/live,1[{"_placeholder":true,"num":0}]'
    assert bytes(phone.frame().data) == b"\x00\xff"
