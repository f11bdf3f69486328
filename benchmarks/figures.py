"""One run's figures, the median of several, and the table."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from statistics import median
from typing import Any

from .servers import FLOOR, NODE


@dataclass(frozen=True)
class Figures:
    """Times in ms. `lost` is what was acknowledged and is not stored, or was sent and never acknowledged: it must be 0."""

    joined: float
    all_joined: float
    fan_p50: float
    fan_p99: float
    ack_p50: float
    ack_p99: float
    counted: float
    kb_per_phone: float
    cpu_join: float
    cpu_show: float
    cpu_answers: float
    lost: float


NAMES = (
    "joined", "all joined", "fan-out p50", "fan-out p99", "ack p50", "ack p99", "count after last", "kB/phone", "CPU join", "CPU show", "CPU answers", "lost",
)  # fmt: skip
RATIOS = ("all_joined", "fan_p99", "ack_p99", "kb_per_phone", "cpu_join", "cpu_show", "cpu_answers")


def read(told: dict[str, Any], stored: int | None) -> Figures:
    """Return the figures of what the generator printed; `stored` None where the server stores nothing."""
    bursts, join, fan = told["bursts"], told["join"], told["fanout"]
    acked, sent = sum(burst["acked"] for burst in bursts), sum(burst["sent"] for burst in bursts)
    first = bursts[0]
    return Figures(
        join["joined"], join["total"], fan["p50"], fan["p99"], first["p50"], first["p99"], first["counter_after_last_answer"],
        told["mem"]["kb_per_phone"], join["cpu"], fan["cpu_per_show"], first["cpu"], sent - acked + (0 if stored is None else acked - stored),
    )  # fmt: skip


def middle(runs: Sequence[Figures]) -> Figures:
    """Return the median of each figure, and the worst of what was lost."""
    columns = [median(column) for column in zip(*map(astuple, runs), strict=True)]
    return Figures(*columns[:-1], max(run.lost for run in runs))


def table(phones: int, found: dict[str, Figures]) -> str:
    """Return the Markdown table of one room: absolute figures, then ratios to the reference and to the floor."""
    lines = [f"### {phones} phones", "", f"| | {' | '.join(NAMES)} |", f"|---|{'--:|' * len(NAMES)}"]
    lines += [f"| {name} | {' | '.join(_short(value) for value in astuple(figures))} |" for name, figures in found.items()]
    for other in (NODE, FLOOR):
        if other in found:
            ours = {name: figures for name, figures in found.items() if name not in (NODE, FLOOR)}
            lines += [f"| {name} ÷ {other} | {' | '.join(_ratios(figures, found[other]))} |" for name, figures in ours.items()]
    return "\n".join(lines)


def _ratios(ours: Figures, other: Figures) -> list[str]:
    pairs = [(field.name in RATIOS, getattr(ours, field.name), getattr(other, field.name)) for field in fields(Figures)]
    return [f"{mine / theirs:.2f}" if wanted and theirs > 0 else "" for wanted, mine, theirs in pairs]


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 or value == int(value) else f"{value:.1f}"
