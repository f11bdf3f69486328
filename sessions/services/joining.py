"""Coming into the room: by alias, by a resume code, on a shared phone, or added by the counsellor."""

from sessions.domain.codes import new_resume_code, typed_code, typed_resume_code
from sessions.domain.live_session import LiveSession
from sessions.domain.people import MAX_ON_DEVICE, Kind, Participant, alias_key, generated_alias
from sessions.domain.refusals import Refusal
from sessions.domain.states import LiveState

from .naming import checked_alias, rename_person
from .ports import Changed, Collided, Store, Work, World

TRIES = 5


class Joining:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world

    def find(self, code: str) -> LiveSession:
        """Return the live session of a code, however it was typed; raises Refusal."""
        with self.store.read() as reads:
            return _live(reads, code)

    def join(self, code: str, alias: str, *, device: str = "", kind: Kind = Kind.PHONE) -> Participant:
        """Return the new participant. An empty alias is replaced by a generated one; `device` is that of a phone to share.

        Raises Refusal: unknown code, ended, locked, alias taken, offensive or too long, three already on the phone.
        """
        for _ in range(TRIES):
            try:
                return self._join(code, alias, device, kind)
            except Collided:
                # somebody was faster by an instant: look again at what is taken
                continue
        raise Refusal("crowded")

    def _join(self, code: str, alias: str, device: str, kind: Kind) -> Participant:
        with self.store.work() as work:
            live = _live(work, code)
            _refuse_entry(live)
            if device and len(work.people.on_device(live.id, device)) >= MAX_ON_DEVICE:
                raise Refusal("device_full")
            return add_participant(work, self.world, live, alias, device, kind)

    def come_again(self, person: Participant, alias: str) -> None:
        """Somebody who is in the room sent the join page once more (the back button): the same person, under the new name if it changed."""
        if not alias.strip() or alias_key(alias) == alias_key(person.alias):
            return
        with self.store.work() as work:
            rename_person(work, work.lives.by_id(person.live_id), person, alias)

    def resume(self, code: str, typed: str) -> Participant:
        """Return who has this personal code in that session: the same person, on this phone or another; raises Refusal."""
        with self.store.read() as reads:
            live = _live(reads, code)
            person = reads.people.by_resume_code(live.id, typed_resume_code(typed))
        if person is None:
            raise Refusal("resume_unknown")
        return person

    def suggested_alias(self, code: str) -> str:
        """Return a free alias to propose on the join page."""
        with self.store.read() as reads:
            return generated_alias(self.world.random, reads.people.alias_keys(_live(reads, code).id))


def add_participant(work: Work, world: World, live: LiveSession, raw_alias: str, device: str, kind: Kind) -> Participant:
    """Store and return somebody new under a free and harmless alias; raises Refusal."""
    taken = work.people.alias_keys(live.id)
    alias = checked_alias(raw_alias, taken) if raw_alias.strip() else generated_alias(world.random, taken)
    resume_code = new_resume_code(world.random)
    while work.people.by_resume_code(live.id, resume_code) is not None:
        resume_code = new_resume_code(world.random)
    work.changed(Changed(live.id))
    return work.people.add(live.id, alias, resume_code, device or world.new_id(), kind, world.now())


def _live(work: Work, code: str) -> LiveSession:
    live = work.lives.by_code(typed_code(code))
    if live is None:
        raise Refusal("no_such_code", code=typed_code(code) or "vide")
    return live


def _refuse_entry(live: LiveSession) -> None:
    if live.state is LiveState.ENDED:
        raise Refusal("ended")
    if live.is_locked:
        raise Refusal("locked")
