"""Writes a batch of answers in one transaction, deciding by the database itself whether each still counts."""

from collections.abc import Sequence
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from sessions.domain.live_session import StepRun
from sessions.domain.states import RunState
from sessions.services.ports import AnswerWrite

from .tables import AnswerRow, ParticipantRow, ReplacedAnswerRow, RunRow
from .upsert import upsert


class Outcome(StrEnum):
    STORED = "stored"
    ALREADY = "already"
    """The same answer, sent once more: nothing changed, and it is safe."""
    TOO_LATE = "too_late"
    NOT_OPEN = "not_open"
    REMOVED = "removed"


def write_answers(session: Session, writes: Sequence[AnswerWrite]) -> list[Outcome]:
    """Store the batch and return an outcome for each; the caller commits. Runs are locked against closing meanwhile."""
    run_ids = {write.run_id for write in writes}
    locked = select(RunRow).where(RunRow.id.in_(run_ids)).order_by(RunRow.id).with_for_update(read=True)
    runs = {row.id: row for row in session.scalars(locked)}
    wanted = select(ParticipantRow).where(ParticipantRow.id.in_({write.participant_id for write in writes}))
    people = {row.id: row for row in session.scalars(wanted)}
    return [_write(session, write, runs.get(write.run_id), people.get(write.participant_id)) for write in writes]


def _write(session: Session, write: AnswerWrite, run: RunRow | None, person: ParticipantRow | None) -> Outcome:
    if person is None or person.removed_at is not None or run is None or person.live_id != run.live_id:
        return Outcome.REMOVED
    found = session.get(AnswerRow, (write.run_id, write.part, write.participant_id))
    if found is not None and found.client_answer_id == write.client_answer_id:
        return Outcome.ALREADY
    if session.get(ReplacedAnswerRow, (write.participant_id, write.client_answer_id)) is not None:
        return Outcome.ALREADY
    if run.state == RunState.PENDING:
        return Outcome.NOT_OPEN
    state = StepRun(run.id, run.step_id, run.round, RunState(run.state), run.opened_at, run.closed_at, run.revealed_at, run.deadline)
    if not state.accepts(write.received_at, untimed=person.untimed):
        return Outcome.TOO_LATE
    if found is not None:
        session.add(
            ReplacedAnswerRow(participant_id=write.participant_id, client_answer_id=found.client_answer_id, replaced_at=write.received_at)
        )
        session.flush()
    key = {"run_id": write.run_id, "part": write.part, "participant_id": write.participant_id}
    upsert(session, AnswerRow, key, {"client_answer_id": write.client_answer_id, "payload": write.payload, "received_at": write.received_at})
    if found is not None:
        session.expire(found)
    return Outcome.STORED
