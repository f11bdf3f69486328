"""One connection on a loop that the test turns by hand: what is read, what waits, what is told to the application, and in which order."""

import select
import socket

import engineio
import pytest
from engineio import packet

from sessions.realtime.light.engine_socket import MOST_UNHANDLED, EngineSocket, shared_frame
from sessions.realtime.light.heartbeat import Heartbeat
from tests.sessions.realtime.light.raw_phone import TEXT, frame


class HandLoop:
    """Nothing happens before `turn`; what was spawned waits for `work`."""

    def __init__(self):
        self.watched = {}
        self.spawned = []

    def watch_readable(self, descriptor, callback):
        self.watched["read", descriptor] = callback
        return "read", descriptor

    def watch_writable(self, descriptor, callback):
        self.watched["write", descriptor] = callback
        return "write", descriptor

    def unwatch(self, watched):
        del self.watched[watched]

    def spawn(self, function, *arguments):
        self.spawned.append((function, arguments))

    def turn(self):
        """Call back whoever is ready; return whether anybody was."""
        wanted = {kind: [number for name, number in self.watched if name == kind] for kind in ("read", "write")}
        readable, writable, _ = select.select(wanted["read"], wanted["write"], [], 0)
        for kind, ready in (("read", readable), ("write", writable)):
            for descriptor in ready:
                if callback := self.watched.get((kind, descriptor)):
                    callback()
        return bool(readable or writable)

    def work(self):
        while self.spawned:
            function, arguments = self.spawned.pop(0)
            function(*arguments)


class Phone:
    """The client's end, and what the application was told of it."""

    def __init__(self):
        ours, self.socket = socket.socketpair()
        ours.setblocking(False)
        self.loop, self.told = HandLoop(), []
        server = engineio.Server(async_mode="threading")
        server.on("message", lambda _sid, message: self.told.append(message))
        server.on("disconnect", lambda _sid, reason: self.told.append(reason))
        self.served = EngineSocket(server, "sid", ours, self.loop, Heartbeat(25, 20), most_waiting=300_000)
        self.served.wire.listen()

    def say(self, *messages):
        self.socket.sendall(b"".join(frame(TEXT, message.encode()) for message in messages))


@pytest.fixture
def phone():
    phone = Phone()
    yield phone
    phone.served.drop()
    phone.socket.close()


def test_messages_are_handled_in_their_order_and_the_end_comes_last(phone):
    phone.say("4one", "4two")
    phone.socket.close()
    while phone.loop.turn():
        pass
    assert phone.told == []
    phone.loop.work()

    assert phone.told == ["one", "two", "transport close"]


def test_who_talks_faster_than_the_application_handles_is_no_longer_read_until_it_has_caught_up(phone):
    for number in range(MOST_UNHANDLED * 3):
        phone.say(f"4{number}")
        phone.loop.turn()
    assert not phone.loop.turn()

    while len(phone.told) < MOST_UNHANDLED * 3:
        phone.loop.work()
        assert phone.loop.turn() or len(phone.told) == MOST_UNHANDLED * 3
    assert phone.told == [str(number) for number in range(MOST_UNHANDLED * 3)]


def test_what_does_not_fit_is_sent_when_there_is_room_whole_and_in_order(phone):
    packets = [packet.Packet(packet.MESSAGE, f"{number}" * 50_000) for number in range(5)]
    for one in packets:
        phone.served.send(one)
    assert not phone.served.wire.is_settled

    wanted, received = b"".join(shared_frame(one) for one in packets), b""
    while len(received) < len(wanted):
        received += phone.socket.recv(65536)
        phone.loop.turn()
    assert received == wanted
    assert phone.served.wire.is_settled
    assert [kind for kind, _ in phone.loop.watched] == ["read"]


def test_a_packet_for_a_whole_room_is_framed_once():
    told = packet.Packet(packet.MESSAGE, '2/live,["state_changed",{}]')

    assert shared_frame(told) is shared_frame(told)


def test_a_connection_that_was_closed_is_forgotten_by_the_loop_and_by_the_server(phone):
    phone.served.server.sockets["sid"] = phone.served
    phone.served.close(abort=True)
    phone.socket.close()
    while phone.loop.turn():
        pass
    phone.loop.work()

    assert phone.loop.watched == {}
    assert phone.served.server.sockets == {}
    assert phone.told == ["server disconnect"]
