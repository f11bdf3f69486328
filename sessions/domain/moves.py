"""Going through the steps: next, back, go to, skip, and adding a step on the spot."""

from collections.abc import Callable
from datetime import datetime

from workshop.plans.model import MOST_STEPS, Step
from workshop.plans.self_paced import block_of

from .live_session import LiveSession, StepRun
from .refusals import NotNow
from .runs import close, open_run
from .self_paced import steps_until
from .states import LiveState, RunState

NewId = Callable[[], str]


def go_next(live: LiveSession, now: datetime, new_id: NewId) -> None:
    """Close what is open and go to the next step; from the lobby, begin."""
    if live.is_last:
        raise NotNow("no_next")
    _show(live, live.following, now, new_id)


def go_back(live: LiveSession, now: datetime, new_id: NewId) -> None:
    """Go to the step before, as it was left."""
    if live.preceding is None:
        raise NotNow("no_back")
    _show(live, live.preceding, now, new_id)


def go_to(live: LiveSession, step_id: str, now: datetime, new_id: NewId) -> None:
    """Go to any step, as it was left, or new."""
    if all(step.id != step_id for step in live.plan.steps):
        raise NotNow("no_such_step")
    _show(live, live.plan.step(step_id), now, new_id)


def skip(live: LiveSession, now: datetime, new_id: NewId) -> None:
    """Leave this step out and go on; at the last step, stay on it."""
    _leave(live, now)
    live.current.state = RunState.SKIPPED
    if not live.is_last:
        _show(live, live.following, now, new_id)


def insert_step(live: LiveSession, step: Step, now: datetime, new_id: NewId) -> None:
    """Put a step right after the current one, go to it and open it."""
    if len(live.plan.steps) >= MOST_STEPS:
        raise NotNow("too_many_steps")
    after = live.step.id if live.step else None
    live.plan = live.plan.with_step_after(after, step)
    _open(live, step, now, new_id)


def open_self_paced(live: LiveSession, until: str, now: datetime, new_id: NewId) -> None:
    """Put one block made of the coming steps, up to the given one, before the first of them, go to it and open it."""
    steps = steps_until(live, until)
    block = block_of(live.plan.free_step_id("ensemble"), steps)
    live.plan = live.plan.with_step_before(steps[0].id, block)
    _open(live, block, now, new_id)


def _open(live: LiveSession, step: Step, now: datetime, new_id: NewId) -> None:
    _show(live, step, now, new_id)
    if live.current.state is RunState.PENDING:
        open_run(live.current, step, now)


def _show(live: LiveSession, step: Step, now: datetime, new_id: NewId) -> None:
    _leave(live, now)
    if live.state is LiveState.LOBBY:
        live.state = LiveState.RUNNING
        live.started_at = live.started_at or now
    earlier = live.runs_of(step.id)
    run = earlier[-1] if earlier else StepRun(new_id(), step.id)
    if not earlier:
        live.runs.append(run)
    live.current_run_id = run.id
    if run.state is RunState.PENDING and not step.is_answerable:
        # nothing to launch on a page that is only read
        open_run(run, step, now)


def _leave(live: LiveSession, now: datetime) -> None:
    if live.current and live.current.state is RunState.OPEN:
        close(live.current, now)
