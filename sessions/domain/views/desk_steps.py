"""The steps on the desk: where the session is among them, which of those to come can be opened together, which results of such a block are shown."""

from sessions.domain.commands import is_allowed
from sessions.domain.live_session import LiveSession
from sessions.domain.messages import told
from sessions.domain.self_paced import choices
from sessions.domain.shown import results_of
from sessions.domain.states import RunState
from workshop.plans.model import Step

from .desk_lines import End, StepLine


def step_lines(live: LiveSession) -> tuple[StepLine, ...]:
    numbers = {step.id: number for number, step in enumerate(live.route, 1)}
    covered, here = live.covered, live.step
    return tuple(_line(live, step, numbers.get(step.id, 0), step is here, step.id in covered) for step in live.plan.steps)


def ends(live: LiveSession) -> tuple[End, ...]:
    """Return up to where the coming steps can be opened together; none where that is not possible now."""
    return tuple(End(step.id, step.title, count) for step, count in choices(live).ends) if is_allowed(live, "self_paced") else ()


def stop(live: LiveSession) -> str:
    """Return why they cannot be opened together any further, in French; empty where they all can."""
    refusal = choices(live).stop
    return told(refusal) if refusal else ""


def results(live: LiveSession) -> tuple[tuple[str, bool], ...]:
    """Return what can be shown one after the other of a revealed block, and whether it is on the screen now."""
    if live.current.state is not RunState.REVEALED:
        return ()
    return tuple((stage.title, number == live.current.shown) for number, stage in enumerate(results_of(live.plan, live.step)))


def _line(live: LiveSession, step: Step, number: int, is_current: bool, is_covered: bool) -> StepLine:
    runs = live.runs_of(step.id)
    return StepLine(step.id, step.title, step.minutes, number, is_current, runs[-1].state if runs else None, step.core, step.improvised, is_covered)
