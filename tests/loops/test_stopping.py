"""Told to stop, the server closes its sockets so that clients come back elsewhere, and leaves with status 0, whoever is connected."""

import signal
import threading

import pytest
import socketio

from sessions.realtime.rooms import NAMESPACE
from tests.e2e.server import Server


@pytest.mark.parametrize(("mode", "told"), [("eventlet", signal.SIGINT), ("gevent", signal.SIGTERM), ("threading", signal.SIGTERM)])
def test_a_server_with_a_phone_on_it_stops_cleanly(tmp_path, mode, told):
    server = Server(tmp_path, mode)
    server.start()
    code = server.live()["code"]
    phone, is_cut = socketio.Client(reconnection=False), threading.Event()
    phone.on("disconnect", lambda *_: is_cut.set(), namespace=NAMESPACE)
    phone.connect(f"{server.base}?code={code}", auth={"role": "phone", "code": code}, namespaces=[NAMESPACE], transports=["websocket"])
    phone.call("join", {"code": code, "alias": "Inès"}, namespace=NAMESPACE, timeout=10)

    server.process.send_signal(told)

    assert server.process.wait(10) == 0
    assert is_cut.wait(5)
    assert "Traceback" not in server.log.read_text(encoding="utf-8")
