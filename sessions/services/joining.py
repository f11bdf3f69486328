"""Coming into the room: by alias, by a resume code, on a shared phone, or added by the counsellor."""

from functools import partial

from sessions.domain.codes import typed_code, typed_resume_code
from sessions.domain.live_session import LiveSession
from sessions.domain.people import Kind, Participant, alias_key, generated_alias
from sessions.domain.refusals import Refusal

from .entering import Wish, enter_all, no_such_code
from .naming import rename_person
from .ports import Store, Work, World
from .seen import join_seen


class Joining:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world
        self._enter = store.batches(lambda work, wishes: enter_all(work, world, wishes))

    def find(self, code: str) -> LiveSession:
        """Return the live session of a code, however it was typed; raises Refusal."""
        with self.store.read() as reads:
            return _live(reads, code)

    @join_seen
    def join(self, code: str, alias: str, *, device: str = "", kind: Kind = Kind.PHONE, only_in: int | None = None) -> Participant:
        """Return the new participant. An empty alias is replaced by a generated one; `device` is that of a phone to share.

        `only_in` is the live session that the code must be of. Those who come together share a commit.

        Raises Refusal: unknown code, ended, locked, alias taken, offensive or too long, three already on the phone.
        """
        entered = self._enter(Wish(code, alias, device, kind, only_in))
        if isinstance(entered, Refusal):
            raise entered
        return entered

    def id_of(self, code: str) -> int:
        """Return the id of the live session of a code; raises Refusal."""
        live_id = self.store.live_id(typed_code(code))
        if live_id is None:
            raise no_such_code(code)
        return live_id

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
            return generated_alias(self.world.random, partial(reads.people.taken, _live(reads, code).id))


def _live(work: Work, code: str) -> LiveSession:
    live = work.lives.by_code(typed_code(code))
    if live is None:
        raise no_such_code(code)
    return live
