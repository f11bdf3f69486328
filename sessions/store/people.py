"""Participants in the database."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Result, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from sessions.domain.people import Kind, Participant, alias_key
from sessions.services.ports import Newcomer

from .tables import ParticipantRow
from .upsert import insert_new

FIELDS = [field.name for field in fields(Participant)]
COLUMNS = [getattr(ParticipantRow, name) for name in FIELDS]
# made once: putting a statement together costs more than carrying it out
PERSON = ParticipantRow.__table__.c
BY_ID = select(*(PERSON[name] for name in FIELDS)).where(PERSON.id == bindparam("id"))
TAKEN = select(PERSON.alias_key).where(PERSON.live_id == bindparam("live_id"), PERSON.alias_key.in_(bindparam("keys", expanding=True)))
WITH_A_PHONE = select(ParticipantRow.id).where(
    ParticipantRow.live_id == bindparam("live_id"), ParticipantRow.removed_at.is_(None), ParticipantRow.kind == Kind.PHONE.value,
    or_(ParticipantRow.left_at.is_(None), ParticipantRow.left_at > bindparam("since")),
)  # fmt: skip
ADDED = (ParticipantRow.id, ParticipantRow.live_id, ParticipantRow.alias_key)


class SqlPeople:
    """`worker` is this process, where there are several."""

    def __init__(self, session: Session, worker: str = "") -> None:
        self.session = session
        self.worker = worker

    def add_all(self, people: Sequence[Newcomer]) -> list[Participant | None]:
        """Store those who come in and return each of them, or None where somebody else took the alias or the code meanwhile."""
        if not people:
            return []
        rows = [
            {**vars(person), "kind": person.kind.value, "alias_key": alias_key(person.alias) or person.alias, "untimed": False, "worker": self.worker}
            for person in people
        ]
        found = self.session.connection().execute(insert_new(self.session, ParticipantRow, ADDED), rows)
        ids = {(live_id, key): participant_id for participant_id, live_id, key in found}
        placed = [ids.pop((row["live_id"], row["alias_key"]), None) for row in rows]
        return [None if found is None else Participant(id=found, **vars(person)) for found, person in zip(placed, people, strict=True)]

    def by_id(self, participant_id: int) -> Participant | None:
        return next(iter(_people(self.session.execute(BY_ID, {"id": participant_id}))), None)

    def by_resume_code(self, live_id: int, resume_code: str) -> Participant | None:
        return self._one(ParticipantRow.live_id == live_id, ParticipantRow.resume_code == resume_code, ParticipantRow.removed_at.is_(None))

    def on_device(self, live_id: int, device: str) -> list[Participant]:
        """Return those who share a phone, first come first."""
        return self._all(ParticipantRow.live_id == live_id, ParticipantRow.device == device, ParticipantRow.removed_at.is_(None))

    def present(self, live_id: int, most: int | None = None) -> list[Participant]:
        """Return everyone who has not been removed, first come first; with `most`, no more than the first so many."""
        return self._all(ParticipantRow.live_id == live_id, ParticipantRow.removed_at.is_(None), most=most)

    def latest_aliases(self, live_id: int, most: int) -> list[str]:
        """Return the aliases of those who came last, first come first."""
        wanted = select(ParticipantRow.alias).where(ParticipantRow.live_id == live_id, ParticipantRow.removed_at.is_(None))
        return list(reversed(self.session.scalars(wanted.order_by(ParticipantRow.id.desc()).limit(most)).all()))

    def aliases(self, live_id: int) -> dict[int, str]:
        """Return the alias of everyone who has not been removed, by id."""
        wanted = select(ParticipantRow.id, ParticipantRow.alias).where(ParticipantRow.live_id == live_id, ParticipantRow.removed_at.is_(None))
        return {participant_id: alias for participant_id, alias in self.session.execute(wanted.order_by(ParticipantRow.id))}

    def with_a_phone(self, live_id: int, since: datetime) -> set[int]:
        """Return the ids of those in the room with a phone that is here, or was after `since`."""
        return set(self.session.scalars(WITH_A_PHONE, {"live_id": live_id, "since": since}))

    def everyone(self, live_id: int) -> list[Participant]:
        return self._all(ParticipantRow.live_id == live_id)

    def count(self, live_id: int) -> int:
        wanted = select(func.count()).where(ParticipantRow.live_id == live_id, ParticipantRow.removed_at.is_(None))
        return self.session.scalar(wanted) or 0

    def taken(self, live_id: int, keys: Collection[str]) -> Collection[str]:
        """Return those of the alias keys that somebody has."""
        return set(self.session.scalars(TAKEN, {"live_id": live_id, "keys": list(keys)}))

    def remove(self, participant_id: int, now: datetime) -> None:
        self._set(participant_id, removed_at=now, alias_key=None)

    def rename(self, participant_id: int, alias: str) -> None:
        self._set(participant_id, alias=alias, alias_key=alias_key(alias) or alias)

    def set_untimed(self, participant_id: int, untimed: bool) -> None:
        self._set(participant_id, untimed=untimed)

    def to_move(self, live_id: int, participant_id: int, *, is_away: bool) -> list[int]:
        """Return those of this person's phone for whom the database says otherwise, or who were last seen by another worker."""
        device = select(ParticipantRow.device).where(ParticipantRow.id == participant_id).scalar_subquery()
        is_here, is_ours = ParticipantRow.left_at.is_(None), ParticipantRow.worker == self.worker
        wanted = select(ParticipantRow.id).where(
            ParticipantRow.live_id == live_id, ParticipantRow.device == device, ParticipantRow.removed_at.is_(None),
            is_here & is_ours if is_away else ~(is_here & is_ours),
        )  # fmt: skip
        return list(self.session.scalars(wanted.order_by(ParticipantRow.id)))

    def away_among(self, participant_ids: Collection[int]) -> list[tuple[int, int]]:
        """Return live session and id of those who are noted as gone."""
        wanted = select(ParticipantRow.live_id, ParticipantRow.id).where(ParticipantRow.id.in_(participant_ids), ParticipantRow.left_at.is_not(None))
        return [tuple(row) for row in self.session.execute(wanted)]

    def set_left(self, participant_id: int, left_at: datetime | None) -> None:
        """Note that somebody is here, or has left; the late goodbye of a phone that another worker has seen since is not written."""
        if left_at is None:
            self._set(participant_id, left_at=None, worker=self.worker)
            return
        mine = (ParticipantRow.id == participant_id, ParticipantRow.worker == self.worker)
        self.session.execute(update(ParticipantRow).where(*mine).values(left_at=left_at))

    def _set(self, participant_id: int, **values: object) -> None:
        self.session.execute(update(ParticipantRow).where(ParticipantRow.id == participant_id).values(**values))

    def _one(self, *conditions: ColumnElement[bool]) -> Participant | None:
        return next(iter(self._all(*conditions)), None)

    def _all(self, *conditions: ColumnElement[bool], most: int | None = None) -> list[Participant]:
        # columns and not rows of the mapper: a room of a thousand is read for every change
        return _people(self.session.execute(select(*COLUMNS).where(*conditions).order_by(ParticipantRow.id).limit(most)))


def _people(found: Result[Any]) -> list[Participant]:
    return [Participant(**{**values, "kind": Kind(values["kind"])}) for values in found.mappings()]
