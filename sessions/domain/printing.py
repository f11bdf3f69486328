"""Pages that learners hand over to be printed: when that is possible, how long they stay, what they are called."""

from datetime import datetime, timedelta

from workshop.exercises.registry import exercise_types

from .live_session import LiveSession
from .refusals import Refusal
from .states import LiveState

KEPT = timedelta(hours=24)
"""A page bears a real name: it stays until it is printed or taken back, and never longer than this."""
AFTER_THE_END = timedelta(hours=1)
"""Many open their notebook once the session has ended, while the counsellor is still there, the desk before her."""


def refuse_to_hand_over(live: LiveSession, now: datetime, *, is_rehearsal: bool) -> None:
    """Raise Refusal where nobody at this session's desk would print a page."""
    if is_rehearsal:
        raise Refusal("print_rehearsal")
    if live.state is LiveState.ENDED and (live.ended_at is None or now - live.ended_at > AFTER_THE_END):
        raise Refusal("print_nowhere")


def print_label(name: str) -> str:
    """Return what the desk calls a page made of this type: « Mon CV »."""
    exercise = exercise_types().get(name)
    return exercise.keeping.label if exercise and exercise.keeping else "Page du carnet"
