"""The real Redis and the real nginx, each in a folder of its own, on free ports of 127.0.0.1, ended by their own process id."""

import re
import signal
import socket
import subprocess
import time
from pathlib import Path

from tests.e2e.server import ROOT, free_port
from tests.tools import find_tool

START_S = 15


class Program:
    def __init__(self, folder: Path, command: list[str], port: int) -> None:
        self.folder = folder
        self.command = command
        self.port = port
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        log = self.folder / "output"
        with log.open("ab") as output:
            self.process = subprocess.Popen(self.command, cwd=self.folder, stdout=output, stderr=output)
        until = time.monotonic() + START_S
        while not is_open(self.port):
            assert self.process.poll() is None and time.monotonic() < until, f"{self.command[0]} did not start:\n{log.read_text()}"
            time.sleep(0.02)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)


def redis(folder: Path) -> Program:
    """Redis with the settings of deploy/redis.conf."""
    port = free_port()
    settings = re.sub(r"(?m)^bind .*$", "bind 127.0.0.1", (ROOT / "deploy" / "redis.conf").read_text(encoding="utf-8"))
    (folder / "redis.conf").write_text(f"{settings}\nport {port}\ndir {folder}\n", encoding="utf-8")
    return Program(folder, [str(find_tool("redis-server")), str(folder / "redis.conf")], port)


def nginx(folder: Path, workers: list[int], *, scatters: bool = False) -> Program:
    """nginx with deploy/nginx.conf as it is, but for ports, the place of its logs, and a shorter wait before a worker is tried again.

    `scatters` takes out the line that keeps a room together: then its surfaces fall on all workers in turn.
    """
    port = free_port()
    site = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for documented, real in zip((5001, 5002), workers, strict=True):
        site = site.replace(f"127.0.0.1:{documented} ", f"127.0.0.1:{real} ")
    site = site.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/var/log/nginx/", f"{folder}/").replace("fail_timeout=4s", "fail_timeout=1s")
    if scatters:
        site, taken_out = re.subn(r"(?m)^ *hash .*$", "", site)
        assert taken_out == 1
    places = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    # one process that stays whoever it is: no root, no other user
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/start.log; events {{ worker_connections 2000; }}\nhttp {{ {places}\n{site} }}\n",
        encoding="utf-8",
    )
    return Program(folder, [str(find_tool("nginx")), "-e", f"{folder}/start.log", "-c", str(folder / "nginx.conf")], port)


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0
