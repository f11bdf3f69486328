"""What the counsellor does for the people in the room: add, rename, remove, give time, attend to a hand."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from sessions.domain.live_session import LiveSession
from sessions.domain.people import Kind, Participant
from sessions.domain.refusals import Refusal

from .dealing import settle
from .entering import Wish, add_participant
from .naming import rename_person
from .ports import Changed, Reach, Work, World
from .printing import withdraw_of


class Newcomer(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    alias: str = Field(default="", max_length=200)


class Someone(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    participant: int


class Renamed(Someone):
    alias: str = Field(max_length=200)


class Timing(Someone):
    lifted: bool


class SignalOf(Someone):
    kind: Literal["hand", "lost"]


def add_by_hand(work: Work, world: World, live: LiveSession, wish: Newcomer) -> None:
    """Add somebody without a phone; a locked door does not keep the counsellor from it."""
    add_participant(work, world, live, Wish(live.code, wish.alias, kind=Kind.BY_HAND))


def remove(work: Work, world: World, live: LiveSession, wish: Someone) -> None:
    """Take a participant out of the room; what was answered no longer counts, what was to be printed is deleted."""
    person = person_of(work, live, wish.participant)
    work.people.remove(person.id, world.now())
    withdraw_of(work, person)
    work.changed(Changed(live.id, reach=Reach.SCREEN, removed=(person.id,)))
    settle(work, world, live)


def rename(work: Work, _world: World, live: LiveSession, wish: Renamed) -> None:
    """Give a participant another alias."""
    rename_person(work, live, person_of(work, live, wish.participant), wish.alias)


def lift_timer_for(work: Work, _world: World, live: LiveSession, wish: Timing) -> None:
    """Lift every timer for one person, or put them back; nobody else sees it. Asked for twice, it is done once."""
    person = person_of(work, live, wish.participant)
    work.people.set_untimed(person.id, wish.lifted)
    work.changed(Changed(live.id, redrawn=(person.id,)))


def attend_to(work: Work, _world: World, live: LiveSession, wish: SignalOf) -> None:
    """Note that a raised hand or a "je suis perdu" was seen to."""
    person = person_of(work, live, wish.participant)
    work.signals.clear(person.id, wish.kind)
    work.changed(Changed(live.id, redrawn=(person.id,)))


def person_of(work: Work, live: LiveSession, participant_id: int) -> Participant:
    """Return the participant; raises Refusal where she is not, or no longer, in this session."""
    person = work.people.by_id(participant_id)
    if person is None or person.live_id != live.id or person.removed_at is not None:
        raise Refusal("no_such_person")
    return person
