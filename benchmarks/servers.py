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

from .room import ROOT, open_room

HERE = Path(__file__).parent
FLOOR, NODE = "floor", "node"


@dataclass(frozen=True)
class Running:
    """A server under load. `database` None where nothing is stored."""

    process: subprocess.Popen
    port: int
    profile: Path | None
    database: Path | None


@contextmanager
def running(name: str, tools: Path, scratch: Path, questions: int) -> Iterator[Running]:
    """Start `floor`, `node`, or ours in the async mode of that name; stopped and waited for at the end."""
    port = free_port()
    if name == FLOOR:
        command, place, more, profile, database = [str(tools / "floor_server"), str(port)], scratch, {}, None, None
    elif name == NODE:
        command, place, profile = ["node", "node_server.js"], tools / "node", None
        more = {"PORT": str(port), "STORE": "group", "WINDOW": "5", "SYNC": "FULL"}
        database = place / "db" / f"node-{port}.db"
    else:
        command, place = [sys.executable, "app.py", "serve"], ROOT
        more = {"TREMPLIN_HOST": "127.0.0.1", "TREMPLIN_PORT": str(port), "TREMPLIN_DATA_DIR": str(scratch), "TREMPLIN_ASYNC_MODE": name}
        profile, database = _profile(scratch, questions), scratch / "tremplin.sqlite3"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("TREMPLIN_")} | more
    with (scratch / "server.log").open("w") as log:
        process = subprocess.Popen(command, cwd=place, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_for(port, process, scratch / "server.log")
            yield Running(process, port, profile, database)
        finally:
            process.kill()
            process.wait()


def _profile(scratch: Path, questions: int) -> Path:
    room = open_room(scratch, questions)
    text = (HERE / "tremplin.profile").read_text(encoding="utf-8").replace("CODE", room.code).replace("TOKEN", room.desk_token)
    path = scratch / "room.profile"
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
