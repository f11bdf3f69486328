"""What the projector shows: never a name beside an answer, never a result before the reveal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sessions.domain.dealt import Dealt
from sessions.domain.live_session import LiveSession
from sessions.domain.paces import Progress, stages_of
from sessions.domain.pages import Page, page_shown
from sessions.domain.results import Earlier, PartAnswers
from sessions.domain.sharing import Rooms, of_room
from sessions.domain.shown import shown_result
from sessions.domain.states import LiveState, RunState
from sessions.domain.team_play import aim_of, told_by_team
from sessions.domain.views.of_run import told_of_run
from workshop.exercises.contract import Story
from workshop.exercises.dealing import Team

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
    heading: str = ""
    """Over the result: what was asked."""
    story: Story | None = None
    page: Page | None = None
    """Which page of the result `story` is."""
    dealt: Story | None = None
    """What was dealt out, as far as the room may see it."""
    aim: str = ""
    """What the room plays for, where it plays by team."""
    by_team: Story | None = None
    """The same result, team by team."""
    stages: tuple[tuple[str, int], ...] = ()
    """For a block: what it goes through, and how many people are there. Never who."""
    promised: int = 0
    """In the lobby: how many people chose things to do in the session that the group had before. Never who, nor what."""
    has_counts: bool = True
    """False where the number of answers means nothing to the room: one person was drawn."""


def screen_view(
    live: LiveSession,
    now: datetime,
    aliases: list[str],
    people: int,
    progress: Progress,
    gathered: tuple[PartAnswers, ...] = (),
    before: Earlier | None = None,
    *,
    is_rehearsal: bool = False,
    dealt: Dealt | None = None,
    teams: tuple[Team, ...] = (),
    rooms: Rooms | None = None,
    promised: int = 0,
) -> ScreenView:
    """Return the screen's view; `gathered` is needed only once the run is revealed, `teams` where it is played by team, `rooms` where the step shares."""
    base = {
        "code": live.code, "version": live.version, "workshop": live.plan.title, "promise": live.plan.promise, "is_rehearsal": is_rehearsal,
        "is_locked": live.is_locked, "people": people,
    }  # fmt: skip
    if live.state is LiveState.ENDED:
        return ScreenView(moment="ended", **base)
    if live.state is LiveState.LOBBY or live.current is None:
        return ScreenView(moment="lobby", aliases=tuple(aliases[-SHOWN_ALIASES:]), promised=promised, **base)
    run, step = live.current, live.step
    base |= {
        "step": step.title, "number": live.number, "count": len(live.route), "run": run.id, "round": run.round,
        "answered": progress.answered, "expected": progress.expected, "hands": progress.hands,
        "stages": tuple(zip((stage.title for stage in stages_of(live.plan, step)), progress.at, strict=False)),
        "dealt": dealt.story if dealt else None, "has_counts": dealt is None or live.step.can_reveal,
    }  # fmt: skip
    if live.state is LiveState.PAUSED:
        return ScreenView(moment="paused", **base)
    state = run.shown_state(now)
    of_run = told_of_run(run, step, now)
    questions = tuple(Question(part.type, {**part.exercise.public(part.spec), **of_run, **of_room(rooms, place)}) for place, part in enumerate(step.parts))
    if not step.is_answerable and state is not RunState.SKIPPED:
        return ScreenView(moment="read", questions=questions, **base)
    if state is RunState.REVEALED:
        result, by_team = shown_result(live.plan, step, run, gathered, before), told_by_team(step, gathered, teams)
        page = page_shown(result, run, is_by_team=by_team is not None)
        by_team = None if page.board else by_team
        return ScreenView(moment="result", questions=questions, heading=page.title, story=page.story, page=page, by_team=by_team, **base)
    if state is RunState.OPEN:
        return ScreenView(moment="asking", questions=questions, remaining_s=run.remaining_s(now), aim=aim_of(step, teams), **base)
    if state is RunState.CLOSED:
        return ScreenView(moment="closed", questions=questions, aim=aim_of(step, teams), **base)
    return ScreenView(moment="listen", **base)
