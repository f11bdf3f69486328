"""What the projector shows: never a name beside an answer, never a result before the reveal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sessions.domain.live_session import LiveSession
from sessions.domain.results import PartAnswers, story_of_step
from sessions.domain.states import LiveState, RunState
from workshop.exercises.contract import Story

Moment = Literal["lobby", "listen", "read", "asking", "closed", "result", "paused", "ended"]
SHOWN_ALIASES = 48


@dataclass(frozen=True)
class Question:
    exercise: str
    public: Mapping[str, Any]


@dataclass(frozen=True)
class ScreenView:
    code: str
    version: int
    moment: Moment
    workshop: str
    promise: str
    is_rehearsal: bool
    is_locked: bool
    people: int
    aliases: tuple[str, ...] = ()
    step: str = ""
    number: int = 0
    count: int = 0
    run: str = ""
    round: int = 1
    questions: tuple[Question, ...] = ()
    remaining_s: float | None = None
    answered: int = 0
    expected: int = 0
    hands: int = 0
    story: Story | None = None


@dataclass(frozen=True)
class Progress:
    """How far the room is with the current run, in people."""

    answered: int = 0
    expected: int = 0
    hands: int = 0


def screen_view(
    live: LiveSession,
    now: datetime,
    aliases: list[str],
    progress: Progress,
    gathered: tuple[PartAnswers, ...] = (),
    before: tuple[PartAnswers, ...] | None = None,
    *,
    is_rehearsal: bool = False,
) -> ScreenView:
    """Return the screen's view; `gathered` is needed only once the run is revealed."""
    base = {
        "code": live.code, "version": live.version, "workshop": live.plan.title, "promise": live.plan.promise, "is_rehearsal": is_rehearsal,
        "is_locked": live.is_locked, "people": len(aliases),
    }  # fmt: skip
    if live.state is LiveState.ENDED:
        return ScreenView(moment="ended", **base)
    if live.state is LiveState.LOBBY or live.current is None:
        return ScreenView(moment="lobby", aliases=tuple(aliases[-SHOWN_ALIASES:]), **base)
    run, step = live.current, live.step
    base |= {
        "step": step.title, "number": live.position + 1, "count": len(live.plan.steps), "run": run.id, "round": run.round,
        "answered": progress.answered, "expected": progress.expected, "hands": progress.hands,
    }  # fmt: skip
    if live.state is LiveState.PAUSED:
        return ScreenView(moment="paused", **base)
    state = run.shown_state(now)
    questions = tuple(Question(part.type, part.exercise.public(part.spec)) for part in step.parts)
    if not step.is_answerable and state is not RunState.SKIPPED:
        return ScreenView(moment="read", questions=questions, **base)
    if state is RunState.REVEALED:
        return ScreenView(moment="result", questions=questions, story=story_of_step(step, gathered, before), **base)
    if state is RunState.OPEN:
        return ScreenView(moment="asking", questions=questions, remaining_s=run.remaining_s(now), **base)
    if state is RunState.CLOSED:
        return ScreenView(moment="closed", questions=questions, **base)
    return ScreenView(moment="listen", **base)
