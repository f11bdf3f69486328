"""Pages that wait to be printed. Lists never read the pages themselves."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session

from sessions.services.print_ports import ToPrint

from .tables import NotebookWriterRow, ParticipantRow, ToPrintRow
from .upsert import upsert

TABLE = ToPrintRow.__table__
PAGE, PERSON, WRITER = TABLE.c, ParticipantRow.__table__.c, NotebookWriterRow.__table__.c
WAITING = (
    select(PAGE.key, PAGE.participant_id, PERSON.alias, PAGE.type, PAGE.handed_at)
    .join_from(ToPrintRow, ParticipantRow, PERSON.id == PAGE.participant_id)
    .where(PERSON.removed_at.is_(None))
    .order_by(PAGE.handed_at, PAGE.key)
)  # fmt: skip


class SqlPrints:
    def __init__(self, session: Session) -> None:
        self.session = session

    def put(self, participant_id: int, type_name: str, key: str, pdf: bytes, now: datetime) -> None:
        """Store a page in place of the one of the same person and type."""
        upsert(self.session, ToPrintRow, {"participant_id": participant_id, "type": type_name}, {"key": key, "pdf": pdf, "handed_at": now})

    def waiting(self, live_id: int, since: datetime) -> list[ToPrint]:
        """Return what waits at a desk, the longest waiting first."""
        return self._found(WAITING.where(PERSON.live_id == live_id, PAGE.handed_at > since))

    def of_notebook(self, notebook_id: int, type_name: str, since: datetime) -> ToPrint | None:
        wanted = WAITING.where(PAGE.participant_id.in_(_writers(notebook_id)), PAGE.type == type_name, PAGE.handed_at > since)
        return next(iter(self._found(wanted)), None)

    def pdf(self, live_id: int, key: str, since: datetime) -> tuple[str, bytes] | None:
        """Return the type and the page."""
        wanted = select(PAGE.type, PAGE.pdf).join_from(ToPrintRow, ParticipantRow, PERSON.id == PAGE.participant_id)
        found = self.session.execute(wanted.where(PERSON.live_id == live_id, PERSON.removed_at.is_(None), PAGE.key == key, PAGE.handed_at > since)).first()
        return None if found is None else (found[0], found[1])

    def remove(self, live_id: int, key: str) -> bool:
        """Delete a page of this session; returns whether it was there."""
        return bool(self._gone(PAGE.key == key, PAGE.participant_id.in_(select(PERSON.id).where(PERSON.live_id == live_id))))

    def withdraw(self, notebook_id: int, type_name: str | None = None) -> set[int]:
        """Delete what the notebook's owner handed over, of one type or of all; returns the sessions where it waited."""
        kind = () if type_name is None else (PAGE.type == type_name,)
        return self._gone(PAGE.participant_id.in_(_writers(notebook_id)), *kind)

    def withdraw_of(self, participant_id: int) -> set[int]:
        return self._gone(PAGE.participant_id == participant_id)

    def are_before(self, moment: datetime) -> bool:
        return self.session.scalar(select(PAGE.key).where(PAGE.handed_at <= moment).limit(1)) is not None

    def forget_before(self, moment: datetime) -> set[int]:
        """Delete what was handed over at that moment or before; returns the sessions where it waited."""
        return self._gone(PAGE.handed_at <= moment)

    def _gone(self, *which: Any) -> set[int]:
        people = set(self.session.scalars(delete(ToPrintRow).where(*which).returning(PAGE.participant_id)))
        return set(self.session.scalars(select(PERSON.live_id).where(PERSON.id.in_(people)))) if people else set()

    def _found(self, wanted: Select[Any]) -> list[ToPrint]:
        return [ToPrint(*row) for row in self.session.execute(wanted)]


def _writers(notebook_id: int) -> Select[Any]:
    return select(WRITER.participant_id).where(WRITER.notebook_id == notebook_id)
