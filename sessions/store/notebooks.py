"""Notebooks and their pages in the database."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.orm import Session

from sessions.domain.people import Kind
from sessions.services.notebook_ports import Leaf, Notebook, Owner, Page

from .tables import NotebookPageRow, NotebookRow, NotebookWriterRow, ParticipantRow
from .upsert import INSERTS, insert_new, upsert_all

BOOKSHELF, LEAVES = NotebookRow.__table__, NotebookPageRow.__table__
BOOK, PAGE, WRITER, PERSON = BOOKSHELF.c, LEAVES.c, NotebookWriterRow.__table__.c, ParticipantRow.__table__.c
BOOKS = select(*(BOOK[field.name] for field in fields(Notebook)))
PAGES = select(*(PAGE[field.name] for field in fields(Page)))
ONE_ANSWER = ("notebook_id", "live_id", "step_id", "part")


class SqlNotebooks:
    def __init__(self, session: Session) -> None:
        self.session = session

    def owners(self, participant_ids: Collection[int]) -> list[Owner]:
        """Return those of the participants who exist, in the order of their ids."""
        wanted = select(PERSON.id, PERSON.alias, WRITER.notebook_id, PERSON.kind == Kind.PHONE.value)
        joined = wanted.outerjoin_from(ParticipantRow, NotebookWriterRow, WRITER.participant_id == PERSON.id)
        return [Owner(*row) for row in self.session.execute(joined.where(PERSON.id.in_(participant_ids)).order_by(PERSON.id))]

    def begin_all(self, begun: Mapping[int, tuple[str, str]], now: datetime) -> dict[int, int]:
        """Make a notebook for each participant (id → code, name) and return its id by participant; left out where a code is another's."""
        rows = [{"began_by": who, "code": code, "name": name, "created_at": now, "seen_at": now} for who, (code, name) in begun.items()]
        self.session.connection().execute(insert_new(self.session, NotebookRow, (NotebookRow.id,)), rows)
        # also those that another worker made in this very instant
        ids = {book.began_by: book.id for book in self.begun_by(begun)}
        self.give(ids)
        return ids

    def give(self, notebooks: Mapping[int, int]) -> None:
        """Have each participant's answers kept in that notebook from now on (participant → notebook)."""
        rows = [{"participant_id": who, "notebook_id": notebook_id} for who, notebook_id in notebooks.items()]
        if rows:
            upsert_all(self.session.connection(), NotebookWriterRow, ("participant_id",), rows)

    def by_id(self, notebook_id: int) -> Notebook | None:
        return next(iter(self._books(BOOKS.where(BOOK.id == notebook_id))), None)

    def by_code(self, code: str) -> Notebook | None:
        return next(iter(self._books(BOOKS.where(BOOK.code == code))), None)

    def begun_by(self, participant_ids: Collection[int]) -> list[Notebook]:
        return self._books(BOOKS.where(BOOK.began_by.in_(participant_ids)).order_by(BOOK.id)) if participant_ids else []

    def put_all(self, leaves: Sequence[Leaf]) -> None:
        """Store what each answer gave, in place of what it gave before; how far things to do have come stays."""
        connection = self.session.connection()
        connection.execute(_put(connection.dialect.name), [{**vars(leaf), "marks": {}} for leaf in leaves])

    def pages(self, notebook_id: int) -> list[Page]:
        """Return all pages, the oldest first."""
        return self._pages(PAGES.where(PAGE.notebook_id == notebook_id))

    def page(self, notebook_id: int, page_id: int) -> Page | None:
        """Return a page of this notebook to change it: whoever wants to change it too waits until this transaction ends."""
        wanted = PAGES.where(PAGE.id == page_id, PAGE.notebook_id == notebook_id)
        return next(iter(self._pages(wanted.with_for_update())), None)

    def to_do(self, notebook_id: int, types: Collection[str], apart_from: int) -> list[Page]:
        """Return the pages of these types that come from other sessions than `apart_from`, the oldest first."""
        elsewhere = PAGE.live_id.is_distinct_from(apart_from)
        return self._pages(PAGES.where(PAGE.notebook_id == notebook_id, PAGE.type.in_(types), elsewhere))

    def are_in(self, live_id: int) -> bool:
        """Return whether somebody of this session has a notebook."""
        wanted = select(PERSON.id).join_from(ParticipantRow, NotebookWriterRow, WRITER.participant_id == PERSON.id)
        return self.session.scalar(wanted.where(PERSON.live_id == live_id).limit(1)) is not None

    def correct(self, page: Page) -> None:
        """Store the page's answer, keepsakes and time of keeping."""
        values = {"answer": page.answer, "keepsakes": page.keepsakes, "kept_at": page.kept_at}
        self.session.execute(update(LEAVES).where(PAGE.id == page.id).values(**values))

    def mark(self, page: Page, marks: Mapping[str, str]) -> None:
        self.session.execute(update(LEAVES).where(PAGE.id == page.id).values(marks=dict(marks)))

    def take_out(self, notebook_id: int, page_id: int) -> None:
        self.session.execute(delete(LEAVES).where(PAGE.id == page_id, PAGE.notebook_id == notebook_id))

    def erase(self, notebook_id: int) -> int | None:
        """Delete the notebook and all its pages; returns the last participant who kept in it, None where there is none any more."""
        last = self.session.scalar(select(func.max(WRITER.participant_id)).where(WRITER.notebook_id == notebook_id))
        self.session.execute(delete(BOOKSHELF).where(BOOK.id == notebook_id))
        return last

    def move(self, live_id: int, origin: int, to: int) -> None:
        """Put what one session gave to a notebook into another, in place of what the same activities gave there; the first goes once it is empty."""
        mine = self._pages(PAGES.where(PAGE.notebook_id == origin, PAGE.live_id == live_id))
        for page in mine:
            same = (PAGE.live_id == live_id, PAGE.step_id == page.step_id, PAGE.part == page.part)
            self.session.execute(delete(LEAVES).where(PAGE.notebook_id == to, *same))
            self.session.execute(update(LEAVES).where(PAGE.id == page.id).values(notebook_id=to))
        is_empty = self.session.scalar(select(PAGE.id).where(PAGE.notebook_id == origin).limit(1)) is None
        is_nobodys = self.session.scalar(select(WRITER.participant_id).where(WRITER.notebook_id == origin).limit(1)) is None
        if is_empty and is_nobodys:
            self.session.execute(delete(BOOKSHELF).where(BOOK.id == origin))

    def see(self, notebook_id: int, name: str, now: datetime) -> None:
        """Note that its owner opened it, and under which name."""
        self.session.execute(update(BOOKSHELF).where(BOOK.id == notebook_id).values(seen_at=now, name=name))

    def _books(self, wanted: Select[Any]) -> list[Notebook]:
        return [Notebook(*row) for row in self.session.execute(wanted)]

    def _pages(self, wanted: Select[Any]) -> list[Page]:
        return [Page(*row) for row in self.session.execute(wanted.order_by(PAGE.id))]


@cache
def _put(dialect: str) -> Any:
    statement = INSERTS[dialect](LEAVES)
    changing = [field.name for field in fields(Leaf) if field.name not in ONE_ANSWER]
    return statement.on_conflict_do_update(index_elements=ONE_ANSWER, set_={name: statement.excluded[name] for name in changing})
