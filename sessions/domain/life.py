"""The life of the whole session: pause, resume, end, reopen, lock."""

from datetime import datetime

from .live_session import LiveSession
from .runs import close
from .states import LiveState, RunState
from .timers import shift_for_pause


def pause(live: LiveSession, now: datetime) -> None:
    live.state = LiveState.PAUSED
    live.paused_at = now


def resume(live: LiveSession, now: datetime) -> None:
    if live.current and live.paused_at:
        shift_for_pause(live.current, live.paused_at, now)
    live.state = LiveState.RUNNING
    live.paused_at = None


def end(live: LiveSession, now: datetime) -> None:
    if live.current and live.current.state is RunState.OPEN:
        close(live.current, now)
    live.state = LiveState.ENDED
    live.ended_at = now
    live.paused_at = None


def reopen_live(live: LiveSession) -> None:
    """Go on where it was ended; a session ended in the lobby goes back to the lobby."""
    live.state = LiveState.RUNNING if live.current else LiveState.LOBBY
    live.ended_at = None
