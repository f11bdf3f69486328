"""A live session as anyone opens it: the server and `app.py live` started as programs, and a desk that presses the big button."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import socketio

from .room import ROOT
from .servers import free_port, wait_for

NAMESPACE = "/live"


class Desk:
    """A counsellor's socket. `command` raises AssertionError where the server refuses."""

    def __init__(self, base: str, live: dict[str, str]) -> None:
        self.version = 0
        self.client = socketio.Client()
        auth = {"role": "desk", "code": live["code"], "token": live["desk_token"]}
        self.client.connect(base, auth=auth, namespaces=[NAMESPACE], transports=["websocket"], wait_timeout=10)
        self.version = self.client.call("sync", {"version": 0}, namespace=NAMESPACE)["version"]

    def command(self, name: str, **more: Any) -> None:
        ack = self.client.call("command", {"name": name, "expected_version": self.version, **more}, namespace=NAMESPACE)
        assert ack["ok"], ack
        self.version = ack["version"]


@contextmanager
def live_room(folder: Path, step: str, workshop: str = "marche-cache") -> Iterator[tuple[int, str, Desk]]:
    """Start a server on `folder`, open a session and put the activity of step `step` on, or the first for ""; yields its port, its code and the desk."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TREMPLIN_")}
    environ = kept | {"TREMPLIN_HOST": "127.0.0.1", "TREMPLIN_PORT": str(port), "TREMPLIN_DATA_DIR": str(folder / "data")}
    opening = [sys.executable, "app.py", "live", workshop, "--json"]
    live = json.loads(subprocess.run(opening, cwd=ROOT, env=environ, stdout=subprocess.PIPE, check=True, text=True).stdout)
    with (folder / "server.log").open("w") as log:
        server = subprocess.Popen([sys.executable, "app.py", "serve"], cwd=ROOT, env=environ, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_for(port, server, folder / "server.log")
            desk = Desk(f"http://127.0.0.1:{port}", live)
            desk.command("go_to", step=step) if step else desk.command("next")
            desk.command("open")
            yield port, live["code"], desk
            desk.client.disconnect()
        finally:
            server.terminate()
            server.wait(10)
