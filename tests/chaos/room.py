"""A session with an open question on a database that a real server then serves, and what must hold of it whatever happened."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

from sqlalchemy import text

from sessions.reports.filling import About, material_of
from sessions.services.ports import World
from sessions.services.room import Room, make_room
from sessions.store.unit_of_work import SqlStore
from tests.chaos.phone import Phone
from tests.sessions.house import TestRoom, WrittenDown
from workshop.db import make_engine, make_sessions

SECRET = "the same for all servers of these tests"


@dataclass(frozen=True)
class Opened:
    url: str
    code: str
    live_id: int
    run: str


def open_question(url: str) -> Opened:
    """Return a session whose question is open, without a timer."""
    engine = make_engine(url)
    room = TestRoom(make_sessions(engine))
    room.command("next")
    room.command("open")
    opened = Opened(url, room.code, room.live_id, room.run)
    engine.dispose()
    return opened


def settings_for(url: str) -> dict[str, str]:
    return {"TREMPLIN_DATABASE_URL": url, "TREMPLIN_SECRET_KEY": SECRET}


def check(opened: Opened, phones: list[Phone]) -> None:
    """Acknowledged = stored = reported, exactly once."""
    engine = make_engine(opened.url)
    with engine.connect() as connection:
        stored = {row[0]: row[1] for row in connection.execute(text("SELECT participant_id, client_answer_id FROM answer"))}
        rows = connection.execute(text("SELECT count(*) FROM answer")).scalar()
        replaced = Counter(row[0] for row in connection.execute(text("SELECT client_answer_id FROM replaced_answer")))
        people = connection.execute(text("SELECT count(*) FROM participant")).scalar()
    assert rows == len(stored) == len({phone.participant for phone in phones}), "one answer for each, and nobody twice"
    assert people == len(phones), "whoever comes back is the same person"
    for phone in phones:
        assert phone.refused == []
        assert phone.acknowledged == phone.sent[: len(phone.acknowledged)], "acknowledged in the order in which they were given"
        last = stored[phone.participant]
        assert set(phone.acknowledged) <= {*replaced, last}, f"{phone.alias}: acknowledged and not stored"
        assert phone.sent.index(last) >= phone.sent.index(phone.acknowledged[-1]), f"{phone.alias}: an older answer came back"
    assert set(replaced.values()) <= {1}
    world = World(now=lambda: datetime.now(UTC), new_id=lambda: "unused", random=Random(1))
    _check_what_is_told(make_room(SqlStore(make_sessions(engine), WrittenDown()), world), opened, len(stored))
    engine.dispose()


def _check_what_is_told(room: Room, opened: Opened, answers: int) -> None:
    assert room.showing.screen(opened.live_id).answered == answers
    with room.store.read() as reads:
        live = reads.lives.by_id(opened.live_id)
        material = material_of(reads, live, reads.lives.head(opened.live_id), About(), {}, room.world.now())
    assert [len(part.answers) for run in material.runs for part in run.parts] == [answers]
