"""What can happen to one run: open, close, reveal, conceal, reopen, a second round."""

from collections.abc import Callable
from datetime import datetime, timedelta

from workshop.plans.model import Step

from .live_session import LiveSession, StepRun
from .refusals import NotNow
from .states import RunState
from .timers import allowed_s


def open_run(run: StepRun, step: Step, now: datetime) -> None:
    run.state = RunState.OPEN
    run.opened_at = run.opened_at or now
    run.closed_at = None
    if step.covers:
        run.shown = 0
    seconds = allowed_s(step)
    run.deadline = now + timedelta(seconds=seconds) if seconds else None


def show(run: StepRun, step: Step, more: int) -> None:
    """Show so many points more of the step, or fewer; raises NotNow where there are none."""
    if not 0 <= run.shown + more <= step.points:
        raise NotNow("no_point")
    run.shown += more


def close(run: StepRun, now: datetime) -> None:
    """Close; answers already under way still count during the grace, by the server's clock."""
    run.state = RunState.CLOSED
    # where the time was over, the run closed at its deadline and not at the click
    run.closed_at = min(now, run.deadline) if run.deadline else now
    run.deadline = None


def reveal(run: StepRun, step: Step, now: datetime) -> None:
    """Show the result; closes first what is still open. No grace after that: the right answer is on the screen."""
    if not step.can_reveal:
        raise NotNow("nothing_to_reveal")
    if run.state is RunState.OPEN:
        close(run, now)
    run.state = RunState.REVEALED
    run.revealed_at = now
    run.page = 0
    if step.covers:
        run.shown = 0


def conceal(run: StepRun) -> None:
    """Take the result off the screen and the phones; answers stay closed."""
    run.state = RunState.CLOSED


def reopen(run: StepRun, step: Step, now: datetime) -> None:
    """Take answers again, without a timer: whoever needs one sets it anew."""
    open_run(run, step, now)
    run.deadline = None


def second_round(live: LiveSession, now: datetime, new_id: Callable[[], str]) -> None:
    """Ask the same step again, open at once; the first round keeps its answers."""
    step = live.step
    run = StepRun(new_id(), step.id, round=live.runs_of(step.id)[-1].round + 1)
    live.runs.append(run)
    live.current_run_id = run.id
    open_run(run, step, now)
