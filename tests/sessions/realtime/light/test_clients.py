"""Ordinary Socket.IO clients: none of them can tell whether the light path serves it."""

import json
import threading
import urllib.error
import urllib.request

import pytest
import socketio

from tests.loops.sockets import until

TRANSPORTS = pytest.mark.parametrize("transport", ["websocket", "polling", "polling,websocket"])


@pytest.fixture
def enter(either):
    """enter(…) → a connected client, as `Served.client` makes it."""
    clients = []

    def enter(*arguments, **handlers):
        clients.append(either.client(*arguments, **handlers))
        return clients[-1]

    yield enter
    # a client waits some seconds for a server that says no goodbye, and nobody needs to wait for the client
    for client in clients:
        threading.Thread(target=client.disconnect, daemon=True).start()


def ask(client, event, *data):
    return client.call(event, data or None, namespace="/live", timeout=10)


@TRANSPORTS
def test_an_event_is_acknowledged(enter, transport):
    client = enter("one", transport)

    assert ask(client, "echo", {"é": [1, "deux", None]}) == {"é": [1, "deux", None]}
    assert ask(client, "echo", b"\x00\xff") == b"\x00\xff"
    assert ask(client, "address") == "127.0.0.1"


@TRANSPORTS
def test_a_room_is_told_on_every_transport_and_who_left_it_is_not(enter, transport):
    told, told_outside = [], []
    client = enter("in", transport, told=told.append)
    outside = enter("out", told=told_outside.append)
    ask(outside, "leave")
    ask(client, "tell", "é" * 50_000, 3)

    until(lambda: len(told) == 3, lambda: f"{len(told)} of 3")
    assert told == ["é" * 50_000] * 3
    assert ask(outside, "echo", 1) == 1
    assert told_outside == []


def test_a_room_is_told_the_same_over_several_transports_at_once(enter):
    told = {transport: [] for transport in ("websocket", "polling", "polling,websocket")}
    clients = [enter("one", transport, told=heard.append) for transport, heard in told.items()]
    for number in range(20):
        ask(clients[0], "tell", number, 1)

    until(lambda: all(heard == list(range(20)) for heard in told.values()), lambda: str(told))


def test_the_server_may_ask_and_wait_for_the_answer(enter):
    client = enter("one", question=lambda asked: f"to {asked}: Léa")

    assert ask(client, "ask_me") == "to name?: Léa"


def test_the_session_of_a_connection_is_its_own(enter):
    one, two = enter(), enter()

    assert [ask(client, "count", 0) for client in (one, one, two, one)] == [1, 2, 1, 3]


def test_a_slow_event_holds_up_neither_its_own_phone_nor_the_others(enter):
    one, two = enter(), enter()
    order = []
    slow = threading.Thread(target=lambda: order.append(ask(one, "wait", 0.5)))
    slow.start()
    order += [ask(one, "echo", "same phone"), ask(two, "echo", "another")]
    slow.join()

    assert order == ["same phone", "another", 0.5]


def test_a_client_sent_away_is_told_so_and_the_application_too(enter):
    ended = threading.Event()
    away, other = enter("sent away", disconnect=lambda reason=None: ended.set()), enter()
    away.emit("send_away", namespace="/live")

    assert ended.wait(10)
    until(lambda: ["sent away", "server disconnect"] in ask(other, "gone"), lambda: str(ask(other, "gone")))


def test_a_client_that_leaves_is_gone_at_once(enter):
    other, leaving = enter(), enter("leaves")
    leaving.disconnect()

    # by whichever comes first, its goodbye or the end of the connection
    until(lambda: "leaves" in [name for name, _ in ask(other, "gone")], lambda: str(ask(other, "gone")))


def test_who_is_refused_is_told_why(either):
    client = socketio.Client(reconnection=False)
    why = []
    client.on("connect_error", why.append, namespace="/live")
    with pytest.raises(socketio.exceptions.ConnectionError):
        client.connect(f"http://127.0.0.1:{either.port}", auth="refuse", namespaces=["/live"], transports=["websocket"], wait_timeout=10)

    assert why == [{"message": "not you"}]
    client.disconnect()


@pytest.mark.parametrize(("path", "headers"), [
    pytest.param("?EIO=4&transport=websocket", {"Origin": "http://elsewhere.example"}, id="another site"),
    pytest.param("?EIO=3&transport=websocket", {}, id="an old protocol"),
    pytest.param("?EIO=4&transport=websocket&sid=nobody", {}, id="an unknown session"),
    pytest.param("?EIO=4&transport=pigeon", {}, id="an unknown transport"),
    pytest.param("?EIO=4&transport=websocket", {"Upgrade": "h2c"}, id="an upgrade to something else"),
])
def test_an_odd_request_is_refused(either, path, headers):
    wanted = {"Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13", "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ=="}
    request = urllib.request.Request(f"http://127.0.0.1:{either.port}/socket.io/{path}", headers=wanted | headers)
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)

    assert refused.value.code == 400
    assert isinstance(json.loads(refused.value.read()), str)
