"""What the counsellor changes about a deal: another one for everybody, or another place for one person."""

from pydantic import BaseModel, ConfigDict, Field

from sessions.domain.dealt import dealing_part
from sessions.domain.live_session import LiveSession
from sessions.domain.refusals import Refusal

from .dealing import deal_of, keep, seat_all
from .ports import Work, World
from .tending import Someone, person_of


class Again(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Moved(Someone):
    to: str = Field(min_length=1, max_length=60)


def deal_again(work: Work, world: World, live: LiveSession, _wish: Again) -> None:
    """Deal another time, among those who are there now."""
    if dealing_part(live) is None:
        raise Refusal("nothing_dealt")
    seat_all(work, world, live, again=True)


def move(work: Work, _world: World, live: LiveSession, wish: Moved) -> None:
    """Put somebody elsewhere by hand."""
    part = dealing_part(live)
    if part is None or part.exercise.dealing.by_hand is None:
        raise Refusal("nothing_dealt")
    person, by_hand = person_of(work, live, wish.participant), part.exercise.dealing.by_hand
    present = deal_of(work, live, is_to_change=True)
    if present is None or person.id not in present.seated or wish.to not in by_hand.spots(part.spec, present):
        raise Refusal("bad_command", why="cette place n’existe plus.")
    keep(work, live, present, by_hand.move(part.spec, present, person.id, wish.to))
