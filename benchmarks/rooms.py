"""Measures many rooms at once on one server: each has its own desk, plays its questions and answers them while all the others do.

python -m benchmarks.rooms --rooms 500 --phones 20
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from workshop.config import ASYNC_MODES

from .building import build
from .room import stored_answers
from .run import default_tools, machine
from .servers import Running, running

SHOWS = 3
BURSTS = (20, 20)
"""Seconds in which a room answers a question: quicker than people read and tap, so that a run does not last an hour."""
SPREAD_S = 15
"""The rooms do not press their buttons in the same second."""


@dataclass(frozen=True)
class Told:
    """What all generators of one server said together; times in ms."""

    joined: int
    all_joined: float
    fans: list[float]
    desks: list[float]
    """From the counsellor's button to her own desk."""
    acks: list[float]
    sent: int
    lost: int
    kb_per_phone: float


def main() -> int:
    chosen = _arguments()
    tools = Path(chosen.tools).resolve()
    tools.mkdir(parents=True, exist_ok=True)
    build(tools)
    print(f"{machine(tools, has_node=False)}\n\n### {chosen.rooms} rooms of {chosen.phones}\n", flush=True)
    columns = ("joined", "last joined after", "fan-out p50", "p99", "desk p50", "p99", "ack p50", "ack p99", "ack max", "answers", "kB/phone", "lost")
    print(f"| | {' | '.join(columns)} |\n|---|{'--:|' * len(columns)}")
    lost = 0
    for name in chosen.servers:
        told = _measure(name, tools, chosen)
        lost += told.lost
        print(_line(name, told), flush=True)
    return 1 if lost else 0


def _measure(name: str, tools: Path, chosen: argparse.Namespace) -> Told:
    questions = SHOWS + len(BURSTS) + 1
    with tempfile.TemporaryDirectory(prefix="rooms-", dir=tools) as scratch, running(name, tools, Path(scratch), questions, chosen.rooms) as server:
        before = _memory_kb(server.process.pid)
        generators = [_generator(tools, server, profile, chosen) for profile in server.profiles]
        outputs = [json.loads(generator.communicate()[0]) for generator in generators]
        grown = _memory_kb(server.process.pid) - before
        return _joined(outputs, stored_answers(server.database), grown / (chosen.rooms * chosen.phones))


def _generator(tools: Path, server: Running, profile: Path, chosen: argparse.Namespace) -> subprocess.Popen:
    hold = chosen.hold + Random(profile.stem).uniform(0, SPREAD_S)
    command = [
        str(tools / "loadgen"), "--label", profile.stem, "--port", str(server.port), "--n", str(chosen.phones), "--profile", str(profile),
        "--shows", str(SHOWS), "--showgap", "5", "--bursts", ",".join(map(str, BURSTS)), "--hold", str(hold), "--timeout", "120",
        "--seed", str(Random(profile.stem).randrange(2**31)), "--raw",
    ]  # fmt: skip
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def _joined(outputs: Sequence[dict[str, Any]], stored: int, kb_per_phone: float) -> Told:
    bursts = [burst for output in outputs for burst in output["bursts"]]
    sent, acked = sum(burst["sent"] for burst in bursts), sum(burst["acked"] for burst in bursts)
    return Told(
        joined=sum(output["join"]["joined"] for output in outputs),
        all_joined=max(output["join"]["total"] for output in outputs),
        fans=sorted(value for output in outputs for value in output["fanout"]["raw"]),
        desks=sorted(value for output in outputs for value in output["fanout"]["presenter"]["raw"]),
        acks=sorted(value for burst in bursts for value in burst["raw"]),
        sent=sent,
        lost=sent - acked + acked - stored,
        kb_per_phone=kb_per_phone,
    )


def _line(name: str, told: Told) -> str:
    def at(values: list[float], share: float) -> str:
        return f"{values[min(len(values) - 1, int(share * len(values)))]:.1f}"

    cells = [
        name, told.joined, f"{told.all_joined:.0f}", at(told.fans, 0.5), at(told.fans, 0.99), at(told.desks, 0.5), at(told.desks, 0.99),
        at(told.acks, 0.5), at(told.acks, 0.99), at(told.acks, 1), told.sent, f"{told.kb_per_phone:.1f}", told.lost,
    ]  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def _memory_kb(pid: int) -> int:
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rooms", type=int, default=500, help="rooms that play at once (500)")
    parser.add_argument("--phones", type=int, default=20, help="phones in each (20)")
    parser.add_argument("--servers", type=lambda text: text.split(","), default=[*ASYNC_MODES[:2]], help="default: each of our event loops")
    parser.add_argument("--hold", type=float, default=40, help="seconds for everybody to come in before the rooms begin to play (40)")
    parser.add_argument("--tools", default=default_tools(), help="folder for programs and databases: a real disk")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
