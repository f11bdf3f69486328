"""The real server, started as anyone starts it, in a folder of its own; ended by its own process id."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from app import WORLD
from launcher.commands.live import opened
from sessions.realtime.publisher import Silent
from sessions.services.room import make_room
from sessions.store.unit_of_work import SqlStore
from sessions.surfaces.addresses import Addresses
from sessions.tokens import Tokens
from tests.tools import CACHE
from workshop.config import read_settings
from workshop.db import make_engine, make_sessions
from workshop.plans.loader import load_library
from workshop.plans.model import Workshop

ROOT = Path(__file__).parents[2]
START_S = 40


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@cache
def library() -> Mapping[str, Workshop]:
    return load_library(ROOT / "content")


class Server:
    def __init__(self, folder: Path, async_mode: str = "eventlet", **environ: str) -> None:
        self.port = free_port()
        self.log = folder / "server.log"
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TREMPLIN_")}
        self.environ = kept | {
            "TREMPLIN_HOST": "127.0.0.1", "TREMPLIN_PORT": str(self.port), "TREMPLIN_DATA_DIR": str(folder / "data"),
            "TREMPLIN_CACHE_DIR": str(CACHE), "TREMPLIN_ASYNC_MODE": async_mode,
        } | environ  # fmt: skip
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([sys.executable, "app.py", "serve"], cwd=ROOT, env=self.environ, stdout=log, stderr=log)
        until = time.monotonic() + START_S
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > until:
                raise AssertionError(f"the server did not start:\n{self.log.read_text()}")
            time.sleep(0.1)

    def kill(self) -> None:
        """As a power cut would: no goodbye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)

    def command(self, *arguments: str) -> str:
        """Run `python app.py …` beside the server and return what it prints."""
        done = subprocess.run([sys.executable, "app.py", *arguments], cwd=ROOT, env=self.environ, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def live(self, workshop: str | Workshop = "marche-cache", *, is_rehearsal: bool = False) -> dict[str, str]:
        """Open a session beside the server, and return what `app.py live --json` prints; without a process of its own, which takes seconds to start."""
        settings = read_settings({name: value for name, value in self.environ.items() if name.startswith("TREMPLIN_")})
        engine = make_engine(settings.database_url)
        beside = make_room(SqlStore(make_sessions(engine), Silent()), WORLD), Tokens(settings.secret_key), Addresses(settings)
        plan = library()[workshop] if isinstance(workshop, str) else workshop
        told = opened(beside, plan, is_rehearsal=is_rehearsal)
        engine.dispose()
        return told

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.base}/health", timeout=1) as reply:
                return reply.status == 200
        except (urllib.error.URLError, OSError):
            return False
