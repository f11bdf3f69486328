"""Measures one room: ours in each async mode, the Node.js reference and the bare floor, one after the other, on this machine only.

python -m benchmarks.run --phones 20,200,1000 --repeat 3
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path
from statistics import median

from workshop.config import ASYNC_MODES

from .building import build, fetch_reference, version_of
from .figures import Figures, middle, read, table
from .room import stored_answers
from .servers import FLOOR, NODE, running

PACKAGES = ("Flask-SocketIO", "python-engineio", *ASYNC_MODES[:2], "SQLAlchemy")


def main() -> int:
    chosen = _arguments()
    tools = Path(chosen.tools).resolve()
    tools.mkdir(parents=True, exist_ok=True)
    build(tools)
    if NODE in chosen.servers:
        fetch_reference(tools)
    print(machine(tools, NODE in chosen.servers), flush=True)
    lost = 0.0
    for phones in chosen.phones:
        found = {name: middle([_measure(name, phones, tools, chosen) for _ in range(chosen.repeat)]) for name in chosen.servers}
        lost += sum(figures.lost for figures in found.values())
        print(f"\n{table(phones, found)}", flush=True)
    return 1 if lost else 0


def _measure(name: str, phones: int, tools: Path, chosen: argparse.Namespace) -> Figures:
    with tempfile.TemporaryDirectory(prefix="room-", dir=tools) as scratch, running(name, tools, Path(scratch), chosen.shows + 3) as server:
        command = [
            str(tools / "loadgen"), "--label", name, "--port", str(server.port), "--n", str(phones), "--pids", str(server.process.pid),
            "--shows", str(chosen.shows), "--bursts", "1,3", "--timeout", str(chosen.timeout),
        ]  # fmt: skip
        command += ["--profile", str(server.profiles[0])] if server.profiles else []
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=None if chosen.verbose else subprocess.DEVNULL, text=True, check=True)
        if chosen.verbose:
            print(done.stdout, file=sys.stderr)
        told = json.loads(done.stdout)
        if not told["join"]["joined"]:
            raise SystemExit(f"{name}: none of {phones} phones could join\n{(Path(scratch) / 'server.log').read_text()[-2000:]}")
        return read(told, stored_answers(server.database) if server.database else None)


def machine(tools: Path, has_node: bool) -> str:
    """Return what the figures were measured on; without it they mean nothing."""
    parts = [f"{os.cpu_count()} cores ({_processor()})", platform.platform(), f"Python {platform.python_version()}"]
    parts += [f"{name} {version(name)}" for name in PACKAGES]
    if has_node:
        installed = json.loads((tools / "node" / "node_modules" / ".package-lock.json").read_text(encoding="utf-8"))["packages"]
        parts += [f"Node.js {version_of('node', '--version')}"]
        parts += [f"{name} {installed[f'node_modules/{name}']['version']}" for name in ("socket.io", "better-sqlite3")]
    return f"{', '.join(parts)}; one fsync {_fsync_ms(tools):.2f} ms"


def default_tools() -> str:
    return str(Path(tempfile.gettempdir()) / "tremplin-benchmarks")


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    names = [line.split(":", 1)[1].strip() for line in path.read_text().splitlines() if line.startswith("model name")] if path.exists() else []
    return names[0] if names else platform.machine()


def _fsync_ms(folder: Path) -> float:
    """Return the median time to bring 4 kB to the disk: what no acknowledged answer can go below."""
    took = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(50):
            start = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())
            took.append((time.perf_counter() - start) * 1000)
    return median(took)


def _arguments() -> argparse.Namespace:
    servers = [*ASYNC_MODES[:2], NODE, FLOOR]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phones", type=lambda text: [int(part) for part in text.split(",")], default=[20, 200, 1000], help="default: 20,200,1000")
    parser.add_argument("--servers", type=lambda text: text.split(","), default=servers, help=f"default: {','.join(servers)}")
    parser.add_argument("--repeat", type=int, default=1, help="runs of each, of which the median is told (1)")
    parser.add_argument("--shows", type=int, default=8, help="questions shown to measure the fan-out (8)")
    parser.add_argument("--timeout", type=int, default=60, help="seconds after which a phase is given up (60)")
    parser.add_argument("--tools", default=default_tools(), help="folder for programs and databases: a real disk")
    parser.add_argument("--verbose", action="store_true", help="also what the generator says of each phase")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
