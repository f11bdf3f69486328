"""What the room sees of its own answers while a step is open: the same for everybody, and computed from what is committed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workshop.plans.model import Step

from .live_session import LiveSession
from .results import PartAnswers, summary_of
from .states import LiveState, RunState

Rooms = Mapping[int, Mapping[str, Any]]
"""What the room sees, by the part's place in its step; only the parts that share are in it."""


@dataclass(frozen=True)
class SharedPart:
    """One part as every phone may see it now; `public` holds what is shared as `room`."""

    run: str
    place: int
    exercise: str
    public: Mapping[str, Any]


def shares(live: LiveSession) -> bool:
    """Whether phones or screen show now what came in: a step that shares, before any reveal."""
    return live.current is not None and live.step.shares and live.current.state in (RunState.OPEN, RunState.CLOSED)


def is_moving(live: LiveSession) -> bool:
    """Whether what is shared can change under the eyes of the phones."""
    return live.state is LiveState.RUNNING and live.current is not None and live.step.shares and live.current.state is RunState.OPEN


def rooms_of(step: Step, gathered: Sequence[PartAnswers]) -> Rooms:
    """Return what is shared of each part, without hidden texts and in the counsellor's order."""
    return {
        place: part.exercise.shared(part.spec, summary_of(part, gathered[place])) for place, part in enumerate(step.parts) if part.exercise.shared
    }


def of_room(rooms: Rooms | None, place: int) -> Mapping[str, Any]:
    """Return what is told of a part beside the type's `public`: `room`, where it shares."""
    return {"room": rooms[place]} if rooms and place in rooms else {}


def shared_parts(live: LiveSession, gathered: Sequence[PartAnswers]) -> tuple[SharedPart, ...]:
    """Return the current run's parts that share, as they are pushed to all phones."""
    parts, rooms = live.step.parts, rooms_of(live.step, gathered)
    return tuple(
        SharedPart(live.current.id, place, parts[place].type, {**parts[place].exercise.public(parts[place].spec), **of_room(rooms, place)})
        for place in rooms
    )
