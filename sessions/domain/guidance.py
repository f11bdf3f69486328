"""What the desk offers: the one next thing to do, and the other things that are possible now."""

from .commands import is_allowed
from .live_session import LiveSession
from .self_paced import choices
from .shown import results_of
from .states import LOBBY_NEXT_LABEL, ONE_BY_ONE_LABEL, RULES, LiveState, RunState
from .team_play import ways_to_play


def next_thing(live: LiveSession, pages: int = 1) -> str | None:
    """Return the command of the big button and the space bar; None once the session has ended.

    `pages` is how many pages the result on the screen has. Who knows no answers does not know it, and goes through none.
    """
    if live.state is LiveState.ENDED:
        return None
    if live.state is LiveState.PAUSED:
        return "resume"
    if live.current is None:
        return "next"
    if live.current.state is RunState.PENDING:
        return "open"
    if live.current.state is RunState.OPEN and live.current.shown < live.step.points:
        return "show_more"
    if live.current.state in (RunState.OPEN, RunState.CLOSED) and live.step.can_reveal:
        return "reveal"
    if live.current.state is RunState.REVEALED and live.current.page + 1 < pages:
        return "show_page"
    if live.current.state is RunState.REVEALED and _has_more_results(live):
        return "show_result"
    return "end" if live.is_last else "next"


def label(live: LiveSession, name: str) -> str:
    """Return the French label of a command's button."""
    if name == "next" and live.state is LiveState.LOBBY:
        return LOBBY_NEXT_LABEL
    if name == "skip" and live.step is not None and live.step.covers:
        return ONE_BY_ONE_LABEL
    return RULES[name].label


def possible(live: LiveSession, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the named commands that would succeed now."""
    return tuple(name for name in names if is_allowed(live, name) and not _is_pointless(live, name))


def _is_pointless(live: LiveSession, name: str) -> bool:
    no_answers = live.step is not None and not live.step.is_answerable
    return (
        (name == "next" and live.is_last)
        or (name == "back" and live.preceding is None)
        or (name == "self_paced" and not choices(live).ends)
        or (name in ("close", "reopen", "second_round", "start_timer") and no_answers)
        or (name == "show_result" and not _has_more_results(live))
        or (name == "play_by_team" and not ways_to_play(live))
        or (name == "reveal" and not live.step.can_reveal)
        or (name in ("extend_timer", "lift_timer") and live.current.deadline is None)
        or (name == "start_timer" and live.current.deadline is not None)
        or (name == "show_more" and live.current.shown >= live.step.points)
        or (name == "show_less" and live.current.shown == 0)
        or (name == "lock" and live.is_locked)
        or (name == "unlock" and not live.is_locked)
        or (name == "follow_up" and live.step.followed_up is None)
    )


def _has_more_results(live: LiveSession) -> bool:
    return live.current.shown + 1 < len(results_of(live.plan, live.step))
