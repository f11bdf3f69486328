"""Those who come in together: a whole group scans the code in the same seconds, and shares a few questions to the database and one commit."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sessions.domain.codes import new_resume_code, typed_code
from sessions.domain.live_session import LiveSession
from sessions.domain.people import MAX_ON_DEVICE, Kind, Participant, alias_ideas, alias_key, generated_alias
from sessions.domain.refusals import Refusal
from sessions.domain.states import LiveState

from .dealing import settle
from .keeping import leave_to
from .naming import checked_alias, harmless_alias
from .ports import Changed, Newcomer, Work, World

TRIES = 5


@dataclass(frozen=True)
class Wish:
    """Somebody who wants to come in. `device` is that of a phone to share; `only_in` the live session that the code must be of."""

    code: str
    alias: str
    device: str = ""
    kind: Kind = Kind.PHONE
    only_in: int | None = None


def enter_all(work: Work, world: World, wishes: Sequence[Wish]) -> list[Participant | Refusal]:
    """Return for each wish who has come in, or why not. Whoever does not fit the common way (a shared phone, a name just taken) is let in alone."""
    lives = {code: work.lives.by_code(code) for code in {typed_code(wish.code) for wish in wishes}}
    entered: list[Participant | Refusal | None] = [None] * len(wishes)
    drafts: dict[int, tuple[LiveSession, list[str]]] = {}
    for place, wish in enumerate(wishes):
        try:
            live = _open_door(lives[typed_code(wish.code)], wish)
            if not wish.device:
                drafts[place] = live, _names(world, wish)
        except Refusal as refusal:
            entered[place] = refusal
    for place, person in _let_in(work, world, wishes, drafts).items():
        entered[place] = person
    return [_alone(work, world, wishes[place], lives) if found is None else found for place, found in enumerate(entered)]


def add_participant(work: Work, world: World, live: LiveSession, wish: Wish) -> Participant:
    """Store and return somebody new under a free and harmless alias; raises Refusal."""
    taken = partial(work.people.taken, live.id)
    for _ in range(TRIES):
        alias = checked_alias(wish.alias, taken) if wish.alias.strip() else generated_alias(world.random, taken)
        person = work.people.add_all([_newcomer(world, live, alias, wish)])[0]
        # None where somebody was faster by an instant: look again at what is taken
        if person is not None:
            work.changed(Changed(live.id))
            settle(work, world, live)
            leave_to(work, world, live, [person.id])
            return person
    raise Refusal("crowded")


def _let_in(work: Work, world: World, wishes: Sequence[Wish], drafts: dict[int, tuple[LiveSession, list[str]]]) -> dict[int, Participant | None]:
    """Store all those for whom a name is free; None for the others."""
    wanted: dict[int, list[str]] = defaultdict(list)
    for live, names in drafts.values():
        wanted[live.id] += [alias_key(name) or name for name in names]
    gone = {live_id: set(work.people.taken(live_id, keys)) for live_id, keys in wanted.items()}
    people: dict[int, Newcomer] = {}
    for place, (live, names) in drafts.items():
        name = next((name for name in names if (alias_key(name) or name) not in gone[live.id]), None)
        if name is not None:
            gone[live.id].add(alias_key(name) or name)
            people[place] = _newcomer(world, live, name, wishes[place])
    entered = dict(zip(people, work.people.add_all(list(people.values())), strict=True))
    for live in {drafts[place][0].id: drafts[place][0] for place in people}.values():
        work.changed(Changed(live.id))
        settle(work, world, live)
        leave_to(work, world, live, [person.id for person in entered.values() if person is not None and person.live_id == live.id])
    return entered


def _alone(work: Work, world: World, wish: Wish, lives: dict[str, LiveSession | None]) -> Participant | Refusal:
    try:
        live = _open_door(lives[typed_code(wish.code)], wish)
        if wish.device and len(work.people.on_device(live.id, wish.device)) >= MAX_ON_DEVICE:
            raise Refusal("device_full")
        return add_participant(work, world, live, wish)
    except Refusal as refusal:
        return refusal


def _open_door(live: LiveSession | None, wish: Wish) -> LiveSession:
    if live is None:
        raise no_such_code(wish.code)
    if wish.only_in not in (None, live.id):
        raise Refusal("who")
    if live.state is LiveState.ENDED:
        raise Refusal("ended")
    if live.is_locked:
        raise Refusal("locked")
    return live


def _names(world: World, wish: Wish) -> list[str]:
    """Return the names to try: the one that was typed, or a handful of ideas; raises Refusal."""
    return [harmless_alias(wish.alias)] if wish.alias.strip() else alias_ideas(world.random)


def _newcomer(world: World, live: LiveSession, alias: str, wish: Wish) -> Newcomer:
    return Newcomer(live.id, alias, new_resume_code(world.random), wish.device or world.new_id(), wish.kind, world.now())


def no_such_code(code: str) -> Refusal:
    return Refusal("no_such_code", code=typed_code(code) or "vide")
