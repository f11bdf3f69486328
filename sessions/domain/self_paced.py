"""Which of the coming steps can be opened together, each person at their own pace."""

from dataclasses import dataclass

from workshop.plans.model import MOST_STEPS, Step
from workshop.plans.self_paced import why_not

from .live_session import LiveSession
from .refusals import NotNow
from .states import RunState

FEWEST = 2
"""One step alone is launched as usual."""


@dataclass(frozen=True)
class Choices:
    """`ends` are the steps up to which a block can go, with how many steps it then has; `stop` says why it can go no further."""

    ends: tuple[tuple[Step, int], ...] = ()
    stop: NotNow | None = None


def choices(live: LiveSession) -> Choices:
    """Return up to where the coming steps can be opened together; no ends where that is not possible now."""
    if len(live.plan.steps) >= MOST_STEPS:
        return Choices()
    coming = _coming(live)
    ends: list[tuple[Step, int]] = []
    for number, step in enumerate(coming):
        refusal = _refusal(coming[:number], step)
        if refusal is not None:
            return Choices(tuple(ends), refusal if ends else None)
        if _is_enough(coming[: number + 1]):
            ends.append((step, number + 1))
    return Choices(tuple(ends))


def steps_until(live: LiveSession, step_id: str) -> tuple[Step, ...]:
    """Return the coming steps up to that one; raises NotNow, naming the step that stands in the way."""
    if len(live.plan.steps) >= MOST_STEPS:
        raise NotNow("too_many_steps")
    coming = _coming(live)
    places = {step.id: place for place, step in enumerate(coming)}
    if step_id not in places:
        raise NotNow("not_coming")
    wanted = coming[: places[step_id] + 1]
    for number, step in enumerate(wanted):
        refusal = _refusal(wanted[:number], step)
        if refusal is not None:
            raise refusal
    if not _is_enough(wanted):
        raise NotNow("too_few_steps", step=wanted[-1].title)
    return wanted


def _coming(live: LiveSession) -> tuple[Step, ...]:
    """Return what has not been played yet, from the step that is being introduced or the next one on."""
    ahead = [step for step in live.route if live.plan.position(step.id) >= live.position]
    return tuple(step for step in ahead if all(run.state is RunState.PENDING for run in live.runs_of(step.id)))


def _refusal(taken: tuple[Step, ...], step: Step) -> NotNow | None:
    reason = why_not(taken, step)
    return NotNow(reason, step=step.title) if reason else None


def _is_enough(taken: tuple[Step, ...]) -> bool:
    return len(taken) >= FEWEST and any(step.is_answerable for step in taken)
