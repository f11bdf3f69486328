"""Which requests take the light path: those of a plain WebSocket client, and no other."""

from io import BytesIO

import pytest

from sessions.realtime.light.handshake import answer_to, kept

PLAIN = {
    "REQUEST_METHOD": "GET", "QUERY_STRING": "EIO=4&transport=websocket&code=AB12", "HTTP_UPGRADE": "websocket", "HTTP_CONNECTION": "Upgrade",
    "HTTP_SEC_WEBSOCKET_VERSION": "13", "HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==",
}  # fmt: skip


@pytest.mark.parametrize("changed", [
    {},
    {"HTTP_CONNECTION": "keep-alive, Upgrade"},
    {"HTTP_UPGRADE": "WebSocket"},
    {"HTTP_SEC_WEBSOCKET_EXTENSIONS": "permessage-deflate; client_max_window_bits"},
    {"CONTENT_LENGTH": ""},
])
def test_a_browser_is_let_in_and_no_extension_agreed_to(changed):
    answer = answer_to(PLAIN | changed)

    assert answer.startswith(b"HTTP/1.1 101 ")
    assert b"Extensions" not in answer


@pytest.mark.parametrize("changed", [
    {"REQUEST_METHOD": "POST"},
    {"QUERY_STRING": "EIO=4&transport=polling"},
    {"QUERY_STRING": "EIO=4&transport=websocket&sid=abc"},
    {"QUERY_STRING": "EIO=3&transport=websocket"},
    {"QUERY_STRING": ""},
    {"HTTP_UPGRADE": "h2c"},
    {"HTTP_CONNECTION": "keep-alive"},
    {"HTTP_SEC_WEBSOCKET_VERSION": "8"},
    {"HTTP_SEC_WEBSOCKET_KEY": "short"},
    {"HTTP_SEC_WEBSOCKET_KEY": ""},
    {"HTTP_SEC_WEBSOCKET_KEY": "dGhlIHNhbXBsZSBub25jZQ==\u00e9"},
    {"HTTP_SEC_WEBSOCKET_PROTOCOL": "chat"},
    {"CONTENT_LENGTH": "5"},
    {"HTTP_TRANSFER_ENCODING": "chunked"},
])
def test_anything_unusual_is_left_to_others(changed):
    assert answer_to(PLAIN | changed) is None


def test_what_is_kept_of_a_request_holds_none_of_its_servers_objects():
    app, connection = object(), BytesIO()
    found = kept(PLAIN | {"flask.app": app, "wsgi.input": connection, "eventlet.input": connection, "HTTP_COOKIE": "a=b", "REMOTE_ADDR": "192.0.2.7"})

    assert found["flask.app"] is app
    assert (found["HTTP_COOKIE"], found["REMOTE_ADDR"], found["QUERY_STRING"]) == ("a=b", "192.0.2.7", PLAIN["QUERY_STRING"])
    assert connection not in found.values()
    assert "HTTP_SEC_WEBSOCKET_KEY" not in found
