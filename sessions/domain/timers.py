"""The optional timer of a run. Time is never a score; a timer only closes the answers, and can always be lifted."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from workshop.plans.model import Step

from .live_session import StepRun
from .refusals import NotNow

SLOW_READER = 12
"""Characters a second: about 130 words a minute, half of what is usual. Nobody should lose the time it takes to read."""


def allowed_s(step: Step) -> int | None:
    """Return the seconds that a step's timer gives: the author's, and the time to read what is asked. None without a timer.

    Where the type itself counts down (a break), it says for how long.
    """
    if step.timer_s is None:
        part = step.parts[0]
        return part.exercise.seconds(part.spec) if part.exercise.seconds else None
    letters = sum(_letters(part.spec.model_dump() if part.exercise.goes_on else part.exercise.public(part.spec)) for part in step.parts)
    return step.timer_s + round(letters / SLOW_READER)


def start_timer(run: StepRun, seconds: int, now: datetime) -> None:
    run.deadline = now + timedelta(seconds=seconds)


def extend_timer(run: StepRun, seconds: int, now: datetime) -> None:
    """Add time; a timer that is already over starts again from now."""
    if run.deadline is None:
        raise NotNow("no_timer")
    run.deadline = max(run.deadline, now) + timedelta(seconds=seconds)


def lift_timer(run: StepRun) -> None:
    if run.deadline is None:
        raise NotNow("no_timer")
    run.deadline = None


def shift_for_pause(run: StepRun, paused_at: datetime, now: datetime) -> None:
    """Give back the time that a pause took."""
    if run.deadline is not None and run.deadline > paused_at:
        run.deadline += now - paused_at


def _letters(value: Any) -> int:
    """Count what is to be read: every text in what a phone is shown; a picture is no text."""
    if isinstance(value, str):
        return 0 if value.startswith(("data:", "<svg")) else len(value)
    if isinstance(value, Mapping):
        return sum(_letters(item) for item in value.values())
    return sum(_letters(item) for item in value) if isinstance(value, list | tuple) else 0
