"""Participants in the database."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from sessions.domain.people import Kind, Participant, alias_key
from sessions.services.ports import Collided

from .tables import ParticipantRow

FIELDS = [field.name for field in fields(Participant)]
COLUMNS = [getattr(ParticipantRow, name) for name in FIELDS]


class SqlPeople:
    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, live_id: int, alias: str, resume_code: str, device: str, kind: Kind, now: datetime) -> Participant:
        """Store somebody new; raises Collided where the alias or the resume code was taken meanwhile."""
        row = ParticipantRow(
            live_id=live_id, alias=alias, alias_key=alias_key(alias) or alias, resume_code=resume_code, device=device, kind=kind.value, joined_at=now
        )
        self.session.add(row)
        try:
            self.session.flush()
        except IntegrityError as error:
            raise Collided from error
        return _participant(row)

    def by_id(self, participant_id: int) -> Participant | None:
        row = self.session.get(ParticipantRow, participant_id)
        return _participant(row) if row else None

    def by_resume_code(self, live_id: int, resume_code: str) -> Participant | None:
        return self._one(ParticipantRow.live_id == live_id, ParticipantRow.resume_code == resume_code, ParticipantRow.removed_at.is_(None))

    def on_device(self, live_id: int, device: str) -> list[Participant]:
        """Return those who share a phone, first come first."""
        return self._all(ParticipantRow.live_id == live_id, ParticipantRow.device == device, ParticipantRow.removed_at.is_(None))

    def present(self, live_id: int) -> list[Participant]:
        """Return everyone who has not been removed, first come first."""
        return self._all(ParticipantRow.live_id == live_id, ParticipantRow.removed_at.is_(None))

    def everyone(self, live_id: int) -> list[Participant]:
        return self._all(ParticipantRow.live_id == live_id)

    def count(self, live_id: int) -> int:
        wanted = select(func.count()).where(ParticipantRow.live_id == live_id, ParticipantRow.removed_at.is_(None))
        return self.session.scalar(wanted) or 0

    def alias_keys(self, live_id: int) -> set[str]:
        wanted = select(ParticipantRow.alias_key).where(ParticipantRow.live_id == live_id, ParticipantRow.alias_key.is_not(None))
        return set(self.session.scalars(wanted))

    def remove(self, participant_id: int, now: datetime) -> None:
        self._set(participant_id, removed_at=now, alias_key=None)

    def rename(self, participant_id: int, alias: str) -> None:
        self._set(participant_id, alias=alias, alias_key=alias_key(alias) or alias)

    def set_untimed(self, participant_id: int, untimed: bool) -> None:
        self._set(participant_id, untimed=untimed)

    def set_left(self, participant_id: int, left_at: datetime | None) -> None:
        self._set(participant_id, left_at=left_at)

    def _set(self, participant_id: int, **values: object) -> None:
        self.session.execute(update(ParticipantRow).where(ParticipantRow.id == participant_id).values(**values))

    def _one(self, *conditions) -> Participant | None:
        row = self.session.scalar(select(ParticipantRow).where(*conditions))
        return _participant(row) if row else None

    def _all(self, *conditions) -> list[Participant]:
        # columns and not rows of the mapper: a room of a thousand is read for every change
        found = self.session.execute(select(*COLUMNS).where(*conditions).order_by(ParticipantRow.id))
        return [Participant(**_typed(values)) for values in found.mappings()]


def _participant(row: ParticipantRow) -> Participant:
    return Participant(**_typed({name: getattr(row, name) for name in FIELDS}))


def _typed(values: Mapping[str, Any]) -> dict[str, Any]:
    return {**values, "kind": Kind(values["kind"])}
