"""The servers that are compared, each started alone on 127.0.0.1, on a free port and a fresh database."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from .room import ROOT, Measured, open_rooms

HERE = Path(__file__).parent
FLOOR, NODE = "floor", "node"
SWITCHES = ("TREMPLIN_LIGHT_WEBSOCKET",)
"""Settings that may be turned from outside, to measure what they change."""


@dataclass(frozen=True)
class Running:
    """A server under load. `profiles`: one for each of our rooms, none for the built-in wire. `database` None where nothing is stored."""

    process: subprocess.Popen
    port: int
    profiles: list[Path]
    database: Path | None


@contextmanager
def running(name: str, tools: Path, scratch: Path, questions: int, rooms: int = 1) -> Iterator[Running]:
    """Start `floor`, `node`, or ours in the async mode of that name; stopped and waited for at the end."""
    port = free_port()
    profiles: list[Path] = []
    if name == FLOOR:
        command, place, more, database = [str(tools / "floor_server"), str(port)], scratch, {}, None
    elif name == NODE:
        command, place = ["node", "node_server.js"], tools / "node"
        more = {"PORT": str(port), "STORE": "group", "WINDOW": "5", "SYNC": "FULL"}
        database = place / "db" / f"node-{port}.db"
    else:
        command, place = [sys.executable, "app.py", "serve"], ROOT
        more = {"TREMPLIN_HOST": "127.0.0.1", "TREMPLIN_PORT": str(port), "TREMPLIN_DATA_DIR": str(scratch), "TREMPLIN_ASYNC_MODE": name}
        profiles, database = [_profile(scratch, room) for room in open_rooms(scratch, questions, rooms)], scratch / "tremplin.sqlite3"
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TREMPLIN_") or key in SWITCHES}
    with (scratch / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=place, env=kept | more, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_for(port, process, scratch / "server.log")
            yield Running(process, port, profiles, database)
        finally:
            process.kill()
            process.wait()


def _profile(scratch: Path, room: Measured) -> Path:
    text = (HERE / "tremplin.profile").read_text(encoding="utf-8").replace("CODE", room.code).replace("TOKEN", room.desk_token)
    path = scratch / f"{room.code}.profile"
    path.write_text(text, encoding="utf-8")
    return path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port: int, process: subprocess.Popen, log: Path, seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"the server did not start:\n{log.read_text()[-2000:]}")
