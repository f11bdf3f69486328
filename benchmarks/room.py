"""A real live session to measure: real questions of content/, in a data folder of its own, opened by the services as `app.py live` does."""

import secrets
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import SystemRandom

from sessions.realtime.publisher import Silent
from sessions.services.ports import World
from sessions.services.room import make_room
from sessions.store.unit_of_work import SqlStore
from sessions.tokens import Identity, Tokens
from workshop.config import read_settings
from workshop.db import make_engine, make_sessions
from workshop.migrating import upgrade
from workshop.plans.loader import load_library
from workshop.plans.model import Step, Workshop

ROOT = Path(__file__).parent.parent
WORLD = World(now=lambda: datetime.now(UTC), new_id=lambda: secrets.token_hex(8), random=SystemRandom())


@dataclass(frozen=True)
class Measured:
    code: str
    desk_token: str


def questions(count: int) -> Workshop:
    """Return the library's first workshop with `count` steps: the questions with options of its first block, over and over."""
    workshop = load_library(ROOT / "content")["marche-cache"]
    found = [part for part in workshop.step("avant").parts if len(part.exercise.public(part.spec).get("options", ())) == 3]
    steps = tuple(Step(id=f"question-{n}", title=f"Question {n + 1}", minutes=1, parts=(found[n % len(found)],)) for n in range(count))
    return workshop.model_copy(update={"steps": steps})


def open_rooms(data_dir: Path, count: int, rooms: int = 1) -> list[Measured]:
    """Open live sessions of `count` questions, each in its lobby; the server starts on the same folder afterwards."""
    settings = read_settings({"TREMPLIN_DATA_DIR": str(data_dir)})
    engine = make_engine(settings.database_url)
    upgrade(engine)
    room, tokens, workshop = make_room(SqlStore(make_sessions(engine), Silent()), WORLD), Tokens(settings.secret_key), questions(count)
    codes = [room.starting.start(workshop) for _ in range(rooms)]
    opened = [Measured(code, tokens.make(Identity("desk", room.joining.id_of(code)))) for code in codes]
    engine.dispose()
    return opened


def stored_answers(database: Path) -> int:
    """Return how many answers are on the disk, for ours and for the reference: both have a table `answer`."""
    with sqlite3.connect(database) as connection:
        return connection.execute("SELECT count(*) FROM answer").fetchone()[0]
