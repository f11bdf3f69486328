"""What all tests share: both databases, brought to the current version once and copied for each test; the browser's place."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy.engine import make_url

# as in the server: psycopg's own waiting would hold an event loop
os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")

from tests.postgres import Postgres, TestDatabase, execute
from tests.tools import find_tool
from workshop.db import make_engine, make_sessions
from workshop.migrating import upgrade

hypothesis_settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.register_profile("ci", parent=hypothesis_settings.get_profile("here"), derandomize=True)
hypothesis_settings.load_profile("ci" if os.environ.get("CI") else "here")

MEMORY, ROOM_BYTES = Path("/dev/shm"), 2_000_000_000
"""Every commit waits for the disk, in thousands of small databases; where memory has room for them they are kept there. No process outlives a power cut."""
if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_BYTES:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

BOTH = ["sqlite", "postgresql"]
WAITING = (("tests/chaos/", "tests/deploy/", "tests/loops/"), ("tests/e2e/",))
"""Where servers, clocks and browsers are waited for. Browsers stand apart: those of one process are enough for two cores."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what waits: one process goes through the servers, one through the browsers, and a last one passes the quick tests.

    Of two processes one goes through both; whoever has ended takes quick tests from the end of another's share. Shares are those of
    pytest-xdist's worksteal: as many tests for each, in the order that is given here.
    """
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    quick = [item for item in items if not item.nodeid.startswith(sum(WAITING, ()))]
    heads: list[list[pytest.Item]] = [[] for _ in range(processes)]
    for place, folders in enumerate(WAITING):
        heads[min(place, max(processes - 2, 0))] += [item for item in items if item.nodeid.startswith(folders)]
    ordered: list[pytest.Item] = []
    for place, head in enumerate(heads):
        share = (len(items) - len(ordered)) // (processes - place)
        taken = max(share - len(head), 0)
        ordered += head + quick[:taken]
        del quick[:taken]
    items[:] = ordered + quick


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory) -> Path:
    """An empty SQLite file with the current tables."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite3"
    engine = make_engine(f"sqlite:///{path}")
    upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres_url():
    """The URL of a PostgreSQL server: TEST_POSTGRES_URL, or one of the tests' own."""
    given = os.environ.get("TEST_POSTGRES_URL")
    if given:
        yield make_url(given).set(drivername="postgresql+psycopg")
        return
    server = Postgres()
    try:
        server.start()
        yield server.url
    finally:
        server.stop()


@pytest.fixture(scope="session")
def postgres_template(postgres_url):
    """The URL of an empty PostgreSQL database with the current tables."""
    name = f"tremplin_template_{os.getpid()}"
    execute(postgres_url, f"DROP DATABASE IF EXISTS {name}", f"CREATE DATABASE {name}")
    url = postgres_url.set(database=name)
    engine = make_engine(url.render_as_string(hide_password=False))
    upgrade(engine)
    engine.dispose()
    yield url
    execute(postgres_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres_database(postgres_template):
    """A database of this process, which each test leaves empty: making one for every test took longer than the tests."""
    database = TestDatabase(postgres_template, f"tremplin_test_{os.getpid()}")
    yield database
    database.drop()


@pytest.fixture(scope="session")
def sqlite_place(tmp_path_factory) -> Path:
    """Where each test of this process finds its own SQLite file."""
    return tmp_path_factory.mktemp("database") / "tremplin.sqlite3"


@pytest.fixture(params=BOTH)
def database_url(request):
    """A database of the test's own, empty and current; the test runs once on each kind."""
    if request.param == "sqlite":
        place = request.getfixturevalue("sqlite_place")
        for left in place.parent.glob(f"{place.name}*"):
            left.unlink()
        shutil.copyfile(request.getfixturevalue("sqlite_template"), place)
        yield f"sqlite:///{place}"
        return
    database = request.getfixturevalue("postgres_database")
    yield database.url
    database.empty()


@pytest.fixture(scope="session")
def engines():
    """The engines of this process by URL: each remembers the queries that it has compiled, which takes longer than to send them."""
    return {}


@pytest.fixture
def engine(database_url, engines):
    if database_url not in engines:
        engines[database_url] = make_engine(database_url)
    yield engines[database_url]
    engines[database_url].dispose()


@pytest.fixture
def database(engine):
    """A factory of database sessions."""
    return make_sessions(engine)


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    return find_tool("chromium")
