"""Two workers behind nginx, with PostgreSQL and Redis: what deploy/ describes, on one machine."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sqlalchemy.engine import URL

from sessions.realtime.publisher import Silent
from sessions.services.room import Room, make_room
from sessions.store.unit_of_work import SqlStore
from sessions.tokens import Identity, Tokens
from tests.deploy.programs import Program, nginx, redis
from tests.e2e.server import Server, free_port
from tests.postgres import execute
from tests.sessions.plans import small_workshop
from workshop.db import make_engine, make_sessions

SECRET = "the same for all workers, long enough to sign with"
numbers = count(1)
MODES = ("eventlet", "gevent")


@dataclass
class Opened:
    """A live session of the cluster."""

    code: str
    live_id: int
    desk_token: str
    screen_token: str


class Cluster:
    """`workers` are two servers, one on each event loop; `base` is nginx."""

    def __init__(self, folder: Path, database_url: str, *, scatters: bool = False) -> None:
        self.engine = make_engine(database_url)
        self.redis: Program = redis(_folder(folder, "redis"))
        self.ports = [free_port(), free_port()]
        self.nginx: Program = nginx(_folder(folder, "nginx"), self.ports, scatters=scatters)
        self.workers = [self._worker(_folder(folder, "shared"), number, mode, database_url) for number, mode in enumerate(MODES)]

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.nginx.port}"

    @property
    def room(self) -> Room:
        """The room's services beside the workers, to prepare and to look."""
        from app import WORLD

        return make_room(SqlStore(make_sessions(self.engine), Silent()), WORLD)

    def start(self) -> None:
        for one in (self.redis, *self.workers, self.nginx):
            one.start()

    def stop(self) -> None:
        for one in (self.nginx, *self.workers, self.redis):
            one.stop()
        self.engine.dispose()

    def open(self) -> Opened:
        code = self.room.starting.start(small_workshop())
        live_id = self.room.joining.id_of(code)
        tokens = Tokens(SECRET)
        return Opened(code, live_id, tokens.make(Identity("desk", live_id)), tokens.make(Identity("screen", live_id)))

    def stored(self, opened: Opened) -> int:
        """Return how many have answered the step being played, as the database knows it."""
        return self.room.showing.progress(opened.live_id)[2].answered

    def _worker(self, folder: Path, number: int, mode: str, database_url: str) -> Server:
        worker = Server(
            folder, mode, TREMPLIN_PORT=str(self.ports[number]), TREMPLIN_DATABASE_URL=database_url, TREMPLIN_SECRET_KEY=SECRET,
            TREMPLIN_REDIS_URL=f"redis://127.0.0.1:{self.redis.port}/0", TREMPLIN_PUBLIC_URL=self.base, TREMPLIN_PROXIES="1",
        )  # fmt: skip
        worker.port, worker.log = self.ports[number], folder / f"worker-{number}.log"
        return worker


@contextmanager
def running_cluster(folder: Path, postgres_template: URL, *, scatters: bool = False) -> Iterator[Cluster]:
    """Give a cluster at work, on a database of its own."""
    name = f"tremplin_cluster_{os.getpid()}_{next(numbers)}"
    admin = postgres_template.set(database="postgres")
    execute(admin, f"CREATE DATABASE {name} TEMPLATE {postgres_template.database}")
    cluster = Cluster(folder, postgres_template.set(database=name).render_as_string(hide_password=False), scatters=scatters)
    try:
        cluster.start()
        yield cluster
    finally:
        cluster.stop()
        execute(admin, f"DROP DATABASE {name} WITH (FORCE)")


def _folder(parent: Path, name: str) -> Path:
    folder = parent / name
    folder.mkdir(exist_ok=True)
    return folder
