"""Raised hands and "je suis perdu"."""

from datetime import datetime

from sqlalchemy import bindparam, delete, or_, select
from sqlalchemy.orm import Session

from sessions.services.ports import Signal

from .tables import ParticipantRow, SignalRow
from .upsert import upsert

SIGNAL, PERSON = SignalRow.__table__, ParticipantRow.__table__
CLEAR_ALL = delete(SIGNAL).where(
    SIGNAL.c.participant_id.in_(select(PERSON.c.id).where(PERSON.c.live_id == bindparam("live_id"))), SIGNAL.c.kind == bindparam("kind")
)
"""Made once: putting a statement together costs more than carrying it out."""


class SqlSignals:
    def __init__(self, session: Session) -> None:
        self.session = session

    def raise_(self, participant_id: int, kind: str, run_id: str | None, now: datetime) -> None:
        upsert(self.session, SignalRow, {"participant_id": participant_id, "kind": kind}, {"run_id": run_id, "raised_at": now})

    def clear(self, participant_id: int, kind: str) -> None:
        self.session.execute(delete(SignalRow).where(SignalRow.participant_id == participant_id, SignalRow.kind == kind))

    def clear_all(self, live_id: int, kind: str) -> None:
        self.session.connection().execute(CLEAR_ALL, {"live_id": live_id, "kind": kind})

    def is_lost(self, participant_id: int, run_id: str | None) -> bool:
        """Return whether this person said so of that run, and nobody has come yet."""
        wanted = select(SignalRow.run_id).where(SignalRow.participant_id == participant_id, SignalRow.kind == "lost")
        return run_id is not None and self.session.scalar(wanted) == run_id

    def raised(self, live_id: int, run_id: str | None) -> list[Signal]:
        """Return hands, and "lost" for the current run only, the longest waiting first."""
        wanted = (
            select(SignalRow.participant_id, ParticipantRow.alias, SignalRow.kind, SignalRow.raised_at)
            .join(ParticipantRow, ParticipantRow.id == SignalRow.participant_id)
            .where(ParticipantRow.live_id == live_id, ParticipantRow.removed_at.is_(None))
            .where(or_(SignalRow.kind == "hand", SignalRow.run_id == run_id))
            .order_by(SignalRow.raised_at)
        )
        return [Signal(*row) for row in self.session.execute(wanted)]
