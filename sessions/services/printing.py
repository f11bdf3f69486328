"""A learner has no printer and the counsellor has one: a page of the notebook is handed to the desk, and is gone once it is printed.

Only by its owner's own tap, page by page. It bears a real name, so it is kept apart from all answers, read by the desk alone, and deleted when it is
printed, taken back, out of its notebook, or a day old (`Printing.tidy`, which the server calls every minute; until then nobody sees it any more).
"""

from pydantic import BaseModel, ConfigDict, Field

from sessions.domain.live_session import LiveSession
from sessions.domain.people import Participant
from sessions.domain.printing import KEPT, refuse_to_hand_over
from sessions.domain.refusals import Refusal

from .ports import Changed, Reads, Store, Work, World
from .print_ports import ToPrint


class Printed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    page: str = Field(max_length=24)


def printed(work: Work, _world: World, live: LiveSession, wish: Printed) -> None:
    """Delete a page, printed or not wanted."""
    if not work.prints.remove(live.id, wish.page):
        raise Refusal("no_such_print")
    work.changed(Changed(live.id))


def withdraw(work: Work, notebook_id: int, type_name: str | None = None) -> None:
    """Delete what waits of this notebook, of one type or of all, and tell the desks."""
    for live_id in work.prints.withdraw(notebook_id, type_name):
        work.changed(Changed(live_id))


def withdraw_of(work: Work, person: Participant) -> None:
    """Delete what this participant handed over, and tell the desk."""
    for live_id in work.prints.withdraw_of(person.id):
        work.changed(Changed(live_id))


class Printing:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world

    def hand_over(self, person: Participant | None, notebook_id: int, type_name: str, pdf: bytes) -> None:
        """Have the page wait at the desk of the session that this person is in, in place of the one before; raises Refusal."""
        now = self.world.now()
        with self.store.work() as work:
            self._refuse(work, person, notebook_id)
            withdraw(work, notebook_id, type_name)
            work.prints.put(person.id, type_name, self.world.new_id(), pdf, now)
            # whoever brings something takes out what is old
            self._forget_old(work)
            work.changed(Changed(person.live_id))

    def why_not(self, person: Participant | None, notebook_id: int) -> Refusal | None:
        """Return why nothing of this notebook can be handed over here, or None where it can."""
        try:
            with self.store.read() as reads:
                self._refuse(reads, person, notebook_id)
        except Refusal as refusal:
            return refusal
        return None

    def handed(self, notebook_id: int, type_name: str) -> ToPrint | None:
        """Return the page of this type that its owner handed over, as long as it waits."""
        with self.store.read() as reads:
            return reads.prints.of_notebook(notebook_id, type_name, self.world.now() - KEPT)

    def take_back(self, notebook_id: int, type_name: str) -> None:
        """Delete the page that its owner handed over; nothing where it is gone already."""
        with self.store.work() as work:
            withdraw(work, notebook_id, type_name)

    def waiting(self, live_id: int) -> list[ToPrint]:
        """Return what waits at this session's desk, the longest waiting first."""
        with self.store.read() as reads:
            return reads.prints.waiting(live_id, self.world.now() - KEPT)

    def open(self, live_id: int, key: str) -> tuple[str, bytes]:
        """Return the type and the PDF of a page that waits at this session's desk; raises Refusal."""
        with self.store.read() as reads:
            found = reads.prints.pdf(live_id, key, self.world.now() - KEPT)
        if found is None:
            raise Refusal("no_such_print")
        return found

    def tidy(self) -> None:
        """Delete what is a day old. Where there is nothing, nothing is written."""
        with self.store.read() as reads:
            is_old = reads.prints.are_before(self.world.now() - KEPT)
        if is_old:
            with self.store.work() as work:
                self._forget_old(work)

    def _forget_old(self, work: Work) -> None:
        for live_id in work.prints.forget_before(self.world.now() - KEPT):
            work.changed(Changed(live_id))

    def _refuse(self, reads: Reads, person: Participant | None, notebook_id: int) -> None:
        """Raise Refusal where there is no desk for this notebook: the alias that the desk reads must be its owner's."""
        if person is None:
            raise Refusal("print_nowhere")
        live, head = reads.lives.by_id(person.live_id), reads.lives.head(person.live_id)
        refuse_to_hand_over(live, self.world.now(), is_rehearsal=head.is_rehearsal)
        [owner] = reads.notebooks.owners([person.id])
        if owner.notebook_id != notebook_id:
            raise Refusal("print_other")
