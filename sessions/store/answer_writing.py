"""Writes a batch of answers in one transaction, deciding by the database itself whether each still counts."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select, tuple_

from sessions.domain.live_session import StepRun
from sessions.domain.states import RunState
from sessions.services.ports import AnswerWrite

from .tables import AnswerRow, ParticipantRow, ReplacedAnswerRow, RunRow
from .upsert import upsert_all

Place = tuple[str, int, int]
"""Run, part, participant: where there is one answer."""
KEY = ("run_id", "part", "participant_id")


class Outcome(StrEnum):
    STORED = "stored"
    ALREADY = "already"
    """The same answer, sent once more: nothing changed, and it is safe."""
    TOO_LATE = "too_late"
    NOT_OPEN = "not_open"
    REMOVED = "removed"


def write_answers(connection: Connection, writes: Sequence[AnswerWrite]) -> list[Outcome]:
    """Store the batch and return an outcome for each; the caller commits. Runs are locked against closing meanwhile.

    A batch costs the same few statements whatever its size; several answers to one place count in the order of the batch.
    """
    batch = _Batch(connection, writes)
    outcomes = [batch.take(write) for write in writes]
    batch.store()
    return outcomes


def write_in_one_order(connection: Connection, writes: Sequence[AnswerWrite]) -> list[Outcome]:
    """The same, in one order for all processes, so that two batches never wait for each other in a circle."""
    ordered = sorted(range(len(writes)), key=lambda place: (writes[place].run_id, writes[place].participant_id))
    outcomes = write_answers(connection, [writes[place] for place in ordered])
    by_place = dict(zip(ordered, outcomes, strict=True))
    return [by_place[place] for place in range(len(writes))]


class _Batch:
    """What is known of the places of a batch, and what is to be stored."""

    def __init__(self, connection: Connection, writes: Sequence[AnswerWrite]) -> None:
        self.connection = connection
        self.runs = _runs(connection, {write.run_id for write in writes})
        self.people = _people(connection, {write.participant_id for write in writes})
        self.held = _held(connection, {_place(write) for write in writes})
        # an id can only have been replaced where another answer stands now
        again = {(write.participant_id, write.client_answer_id) for write in writes if self.held.get(_place(write)) not in (None, write.client_answer_id)}
        self.replaced = _replaced(connection, again)
        self.rows: dict[Place, dict[str, Any]] = {}
        self.gone: list[dict[str, Any]] = []

    def take(self, write: AnswerWrite) -> Outcome:
        run, person = self.runs.get(write.run_id), self.people.get(write.participant_id)
        if person is None or person.removed_at is not None or run is None or person.live_id != run.live_id:
            return Outcome.REMOVED
        place, name = _place(write), (write.participant_id, write.client_answer_id)
        held = self.held.get(place)
        if held == write.client_answer_id or name in self.replaced:
            return Outcome.ALREADY
        if run.state == RunState.PENDING:
            return Outcome.NOT_OPEN
        state = StepRun(run.id, run.step_id, run.round, RunState(run.state), run.opened_at, run.closed_at, run.revealed_at, run.deadline)
        if not state.accepts(write.received_at, untimed=person.untimed):
            return Outcome.TOO_LATE
        if held is not None:
            self.gone.append({"participant_id": write.participant_id, "client_answer_id": held, "replaced_at": write.received_at})
            self.replaced.add((write.participant_id, held))
        self.held[place] = write.client_answer_id
        self.rows[place] = {
            **dict(zip(KEY, place, strict=True)), "client_answer_id": write.client_answer_id, "payload": write.payload, "received_at": write.received_at,
        }  # fmt: skip
        return Outcome.STORED

    def store(self) -> None:
        if self.gone:
            self.connection.execute(ReplacedAnswerRow.__table__.insert(), self.gone)
        if self.rows:
            upsert_all(self.connection, AnswerRow, KEY, list(self.rows.values()))


def _place(write: AnswerWrite) -> Place:
    return (write.run_id, write.part, write.participant_id)


# made once, and from plain tables: putting a statement together, or through the mapper, costs more than carrying it out
RUN, PERSON, ANSWER, REPLACED_ANSWER = (row.__table__.c for row in (RunRow, ParticipantRow, AnswerRow, ReplacedAnswerRow))
RUNS = select(*RUN).where(RUN.id.in_(bindparam("ids", expanding=True))).order_by(RUN.id).with_for_update(read=True)
PEOPLE = select(PERSON.id, PERSON.live_id, PERSON.removed_at, PERSON.untimed).where(PERSON.id.in_(bindparam("ids", expanding=True)))
PLACE = (ANSWER.run_id, ANSWER.part, ANSWER.participant_id)
HELD = select(*PLACE, ANSWER.client_answer_id).where(tuple_(*PLACE).in_(bindparam("places", expanding=True)))
NAME = (REPLACED_ANSWER.participant_id, REPLACED_ANSWER.client_answer_id)
REPLACED = select(*NAME).where(tuple_(*NAME).in_(bindparam("names", expanding=True)))


def _runs(connection: Connection, run_ids: set[str]) -> dict[str, Row]:
    return {row.id: row for row in connection.execute(RUNS, {"ids": list(run_ids)})}


def _people(connection: Connection, participant_ids: set[int]) -> dict[int, Row]:
    return {row.id: row for row in connection.execute(PEOPLE, {"ids": list(participant_ids)})}


def _held(connection: Connection, places: set[Place]) -> dict[Place, str]:
    """Return the name of the answer that stands at each place."""
    return {(row[0], row[1], row[2]): row[3] for row in connection.execute(HELD, {"places": list(places)})}


def _replaced(connection: Connection, names: set[tuple[int, str]]) -> set[tuple[int, str]]:
    return {(row[0], row[1]) for row in connection.execute(REPLACED, {"names": list(names)})} if names else set()
