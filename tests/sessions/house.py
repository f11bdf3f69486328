"""A room on a real database with a clock and a chance that tests hold still. The publisher writes down what it is told."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from random import Random
from typing import Any

from sessions.domain.live_session import LiveSession
from sessions.domain.people import Participant
from sessions.services.ports import Changed, World
from sessions.services.room import Room, make_room
from sessions.store.unit_of_work import SqlStore
from tests.sessions.plans import small_workshop
from workshop.db import Sessions
from workshop.plans.model import Workshop


@dataclass
class WrittenDown:
    """Keeps the same promise as the real publisher: it is only told what is committed."""

    changes: list[Changed] = field(default_factory=list)
    answered_in: list[int] = field(default_factory=list)

    def publish(self, changes: Sequence[Changed]) -> None:
        self.changes += changes

    def answered(self, live_id: int) -> None:
        self.answered_in.append(live_id)


class TestRoom:
    """One live session of a small workshop, and short ways to do what people do."""

    __test__ = False

    def __init__(self, database: Sessions, workshop: Workshop | None = None) -> None:
        self.at = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
        self.ids = count(1)
        self.answer_ids = count(1)
        world = World(now=lambda: self.at, new_id=lambda: f"id{next(self.ids)}", random=Random(7))
        self.told = WrittenDown()
        self.room: Room = make_room(SqlStore(database, self.told), world)
        self.code = self.room.starting.start(workshop or small_workshop())
        self.live_id = self.room.joining.find(self.code).id

    @property
    def live(self) -> LiveSession:
        with self.room.store.read() as reads:
            return reads.lives.by_id(self.live_id)

    @property
    def run(self) -> str:
        return self.live.current_run_id

    def wait(self, **duration: float) -> None:
        self.at += timedelta(**duration)

    def command(self, name: str, **more: Any) -> int:
        return self.room.desk_commands.command(self.live_id, {"name": name, "expected_version": self.live.version, **more})

    def join(self, alias: str = "", **more: Any) -> Participant:
        return self.room.joining.join(self.code, alias, **more)

    def answer(self, person: Participant, raw: dict[str, Any] | None, *, part: int = 0, run: str | None = None, answer_id: str | None = None) -> None:
        self.room.answering.submit(self.live_id, person.id, run or self.run, part, answer_id or f"a{next(self.answer_ids)}", raw)

    def gathered(self, run: str | None = None):
        with self.room.store.read() as reads:
            return reads.answers.gathered(self.live, run or self.run)
