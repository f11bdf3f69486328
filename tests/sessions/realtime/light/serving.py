"""A small Socket.IO server on a real loop, in a process of its own: python -m tests.sessions.realtime.light.serving '{"mode": "gevent", …}'

Prints its port. `light` false leaves everything to python-engineio; `most_waiting` and `goodbye_s` are the door's; the rest goes to Flask-SocketIO.
"""

import json
import os
import sys

from launcher.loops import serve_on, start_loop

options = json.loads(sys.argv[1])
mode = options.pop("mode")
started_by = os.getppid()
start_loop(mode)

import gc  # noqa: E402
import socket  # noqa: E402
import time  # noqa: E402

import greenlet  # noqa: E402
import socketio  # noqa: E402
from flask import Flask  # noqa: E402
from flask_socketio import SocketIO  # noqa: E402

from launcher.watching import watcher  # noqa: E402
from sessions.realtime.light.door import Door  # noqa: E402

gone: list[list[str]] = []


class Room(socketio.Namespace):
    def on_connect(self, sid, environ, auth):
        if auth == "refuse":
            raise socketio.exceptions.ConnectionRefusedError("not you")
        if auth == "slowly":
            time.sleep(0.3)
        self.save_session(sid, {"number": 0, "address": environ["REMOTE_ADDR"], "name": auth})
        self.enter_room(sid, "all")

    def on_disconnect(self, sid, reason):
        gone.append([self.get_session(sid)["name"], reason])

    def on_gone(self, _sid):
        return gone

    def on_echo(self, _sid, said):
        return said

    def on_wait(self, _sid, seconds):
        time.sleep(seconds)
        return seconds

    def on_count(self, sid, _number):
        session = self.get_session(sid)
        session["number"] += 1
        return session["number"]

    def on_address(self, sid):
        return self.get_session(sid)["address"]

    def on_tell(self, _sid, what, times, length=1):
        for _ in range(times):
            self.emit("told", what * length, room="all")
        return times

    def on_ask_me(self, sid):
        return self.server.call("question", "name?", to=sid, namespace="/live", timeout=5)

    def on_send_away(self, sid):
        self.disconnect(sid)

    def on_leave(self, sid):
        self.leave_room(sid, "all")
        return True

    def on_greenlets(self, _sid):
        gc.collect()
        return sum(isinstance(one, greenlet.greenlet) and not one.dead for one in gc.get_objects())


is_light, most_waiting, goodbye_s = options.pop("light", True), options.pop("most_waiting", 100_000), options.pop("goodbye_s", 5)
app = Flask(__name__)
sockets = SocketIO(app, async_mode=mode, manage_session=False, **options)
if is_light:
    sockets.sockio_mw.engineio_app = Door(sockets.server, watcher(mode), most_waiting, goodbye_s)
sockets.server.register_namespace(Room("/live"))
ear = socket.socket()
ear.bind(("127.0.0.1", 0))
ear.listen(100)
serve_on(ear, app, mode, lambda: None)
print(ear.getsockname()[1], flush=True)
while os.getppid() == started_by:
    sockets.sleep(0.5)
