"""The optional timer of a run. Time is never a score; a timer only closes the answers, and can always be lifted."""

from datetime import datetime, timedelta

from .live_session import StepRun
from .refusals import NotNow


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
