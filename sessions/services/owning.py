"""What a learner does with a notebook: open it, correct it, take something out, find it again from session to session, delete it.

Whether this phone may open a notebook is asked by who serves the page; here a notebook is named by its id, and everything stays within it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from sessions.domain.codes import typed_notebook_code
from sessions.domain.notebook import Progress, given_in, is_received
from sessions.domain.people import Participant, alias_key
from sessions.domain.refusals import Refusal
from workshop.exercises.reading import read_answer

from .keeping import keepsakes_of, notebooks_of
from .notebook_ports import Notebook, Page
from .ports import Store, Work, World
from .printing import withdraw, withdraw_of

SEEN_AGAIN = timedelta(days=1)
"""Opening a notebook is noted once a day at most: reading should write nothing."""


class Owning:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world

    def open(self, person: Participant) -> Notebook | None:
        """Return this person's notebook, begun if there is none yet; None in a rehearsal, of which nothing is kept."""
        found = self.written_by(person.id)
        if found is not None:
            return found
        with self.store.work() as work:
            if work.lives.head(person.live_id).is_rehearsal:
                return None
            return _begun(work, self.world, person)

    def written_by(self, participant_id: int) -> Notebook | None:
        """Return the notebook in which this participant's answers are kept, or None where nothing was."""
        with self.store.read() as reads:
            owner = next(iter(reads.notebooks.owners([participant_id])), None)
            return reads.notebooks.by_id(owner.notebook_id) if owner and owner.notebook_id else None

    def on_phone(self, keepers: Sequence[int]) -> list[Notebook]:
        """Return the notebooks begun by these participants, in the same order; those that are gone are left out."""
        if not keepers:
            return []
        with self.store.read() as reads:
            found = {book.began_by: book for book in reads.notebooks.begun_by(keepers)}
        return [found[keeper] for keeper in keepers if keeper in found]

    def names_here(self, live_id: int, keepers: Sequence[int]) -> list[str]:
        """Return the names on a phone's notebooks under which somebody may still come into this session, the latest first."""
        names = [book.name for book in self.on_phone(keepers)]
        if not names:
            return []
        with self.store.read() as reads:
            taken = reads.people.taken(live_id, [alias_key(name) for name in names])
        return [name for name in names if alias_key(name) not in taken]

    def by_id(self, notebook_id: int) -> Notebook | None:
        with self.store.read() as reads:
            return reads.notebooks.by_id(notebook_id)

    def by_code(self, typed: str) -> Notebook:
        """Return the notebook that has this code; raises Refusal."""
        with self.store.read() as reads:
            found = reads.notebooks.by_code(typed_notebook_code(typed)) if typed_notebook_code(typed) else None
        if found is None:
            raise Refusal("notebook_unknown")
        return found

    def recognise(self, person: Participant, keepers: Sequence[int]) -> Notebook | None:
        """Have somebody who has just come in go on with a notebook of this phone, if it bears the same name; returns it, or None.

        By name as well as by phone: a phone that is lent, or belongs to the house, must not open one person's notebook for another.
        """
        same = next((book for book in self.on_phone(keepers) if alias_key(book.name) == alias_key(person.alias)), None)
        if same is not None:
            self.go_on_with(person, same)
        return same

    def go_on_with(self, person: Participant, notebook: Notebook) -> None:
        """Have this person's answers kept in that notebook, those already given in the session included; nothing changes in a rehearsal."""
        with self.store.work() as work:
            if work.lives.head(person.live_id).is_rehearsal:
                return
            [owner] = work.notebooks.owners([person.id])
            work.notebooks.give({person.id: notebook.id})
            if owner.notebook_id not in (None, notebook.id):
                work.notebooks.move(person.live_id, owner.notebook_id, notebook.id)
            work.notebooks.see(notebook.id, person.alias, self.world.now())

    def part_from(self, person: Participant) -> Notebook | None:
        """Give this person a notebook of her own, with what she gave in this session: the one she wrote in is somebody else's. None where it was hers."""
        before = self.written_by(person.id)
        if before is None or before.began_by == person.id:
            return None
        with self.store.work() as work:
            own = _begun(work, self.world, person)
            # a page handed over from there tells what the other person wrote
            withdraw_of(work, person)
            work.notebooks.move(person.live_id, before.id, own.id)
        return own

    def pages(self, notebook_id: int) -> list[Page]:
        """Return all pages, the oldest first."""
        with self.store.read() as reads:
            return reads.notebooks.pages(notebook_id)

    def is_all_of(self, notebook_id: int, live_id: int) -> bool:
        """Return whether everything in the notebook was given in this one session."""
        return all(page.live_id == live_id for page in self.pages(notebook_id))

    def see(self, notebook: Notebook) -> None:
        """Note that its owner reads it."""
        if self.world.now() - notebook.seen_at >= SEEN_AGAIN:
            with self.store.work() as work:
                work.notebooks.see(notebook.id, notebook.name, self.world.now())

    def correct(self, notebook_id: int, page_id: int, raw: Any) -> None:
        """Read the answer as in the room, and keep it in place of the one before; the session's own answers stay as they are.

        Raises AnswerRefused, or Refusal where the page is not in this notebook or can no longer be corrected.
        """
        with self.store.work() as work:
            page = _page(work, notebook_id, page_id)
            given = given_in(page)
            if given is None:
                raise Refusal("no_such_page")
            answer = read_answer(given.exercise, given.specification, raw)
            received = [keepsake for keepsake in page.keepsakes if is_received(keepsake)]
            keepsakes = keepsakes_of(given.exercise, given.specification, answer) + received
            work.notebooks.correct(replace(page, answer=answer.model_dump(mode="json"), keepsakes=keepsakes, kept_at=self.world.now()))

    def mark(self, notebook_id: int, page_id: int, key: str, progress: str) -> None:
        """Note how far a thing to do has come; raises Refusal where it is not in this notebook, or where that is no progress."""
        with self.store.work() as work:
            page = _page(work, notebook_id, page_id)
            if progress not in tuple(Progress) or key not in {keepsake["key"] for keepsake in page.keepsakes}:
                raise Refusal("no_such_page")
            work.notebooks.mark(page, {**page.marks, key: progress})

    def take_out(self, notebook_id: int, page_id: int) -> None:
        """Take a page out for good, and from what waits to be printed; nothing where it is gone already."""
        with self.store.work() as work:
            found = work.notebooks.page(notebook_id, page_id)
            if found is None:
                return
            withdraw(work, notebook_id, found.type)
            work.notebooks.take_out(notebook_id, page_id)

    def erase(self, notebook_id: int) -> int | None:
        """Delete the notebook with all its pages and what waits to be printed; returns who wrote in it last, whose next answers begin another."""
        with self.store.work() as work:
            withdraw(work, notebook_id)
            return work.notebooks.erase(notebook_id)


def _begun(work: Work, world: World, person: Participant) -> Notebook:
    [owner] = work.notebooks.owners([person.id])
    own = notebooks_of(work, world, [replace(owner, notebook_id=None)])
    return work.notebooks.by_id(own[person.id])


def _page(work: Work, notebook_id: int, page_id: int) -> Page:
    found = work.notebooks.page(notebook_id, page_id)
    if found is None:
        raise Refusal("no_such_page")
    return found
