"""What the counsellor opened as one block is told step by step, under the author's own titles, as if each had been played alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from workshop.plans.model import Step, Workshop

from .material import Run

NEVER = datetime.max.replace(tzinfo=UTC)


def unfolded(plan: Workshop, runs: Iterable[Run]) -> tuple[Workshop, tuple[Run, ...]]:
    """Return the workshop without such blocks, and their runs as runs of the steps they cover.

    A step that was also played alone has one more round for each, in the order in which they were opened.
    """
    blocks = {step.id: step for step in plan.steps if step.covers}
    if not blocks:
        return plan, tuple(runs)
    by_step: dict[str, list[Run]] = defaultdict(list)
    for run in runs:
        for each in _split(blocks[run.step_id], run) if run.step_id in blocks else (run,):
            by_step[each.step_id].append(each)
    steps = tuple(step for step in plan.steps if step.id not in blocks)
    return plan.model_copy(update={"steps": steps}), tuple(run for own in by_step.values() for run in _numbered(own))


def _split(block: Step, run: Run) -> Iterator[Run]:
    for step_id in block.covers:
        places = [place for place, part in enumerate(block.parts) if part.of_step == step_id]
        yield replace(run, step_id=step_id, parts=tuple(run.parts[place] for place in places))


def _numbered(runs: Sequence[Run]) -> Iterator[Run]:
    ordered = sorted(runs, key=lambda run: (not run.was_played, run.opened_at or NEVER, run.round))
    return (replace(run, round=number) for number, run in enumerate(ordered, 1))
