"""Health, as a supervisor asks for it: with the parts there, with the database away, with Redis away."""

import shutil
import subprocess
import time

import pytest
from flask import Flask
from redis import Redis
from redis.exceptions import ConnectionError

from tests.application import close_app, make_app
from tests.tools import find_tool
from workshop.db import make_engine, make_sessions
from workshop.seen.health import health


@pytest.fixture
def browser(tmp_path, database_url):
    """A browser of the whole application, on each database."""
    app = make_app(tmp_path, database_url)
    yield app.test_client()
    close_app(app)


@pytest.fixture
def asking():
    """Ask for the health of a database and a Redis at these addresses."""
    engines = []

    def ask(database_url, redis_url=""):
        engines.append(make_engine(database_url))
        app = Flask(__name__)
        app.register_blueprint(health(make_sessions(engines[-1]), redis_url))
        return app.test_client()

    yield ask
    for engine in engines:
        engine.dispose()


@pytest.fixture
def redis_server(tmp_path, nobody_there):
    """A Redis of the test's own on a Unix socket; the process is ended after the test."""
    path = tmp_path / "redis.sock"
    server = subprocess.Popen(
        [find_tool("redis-server"), "--port", "0", "--unixsocket", str(path), "--save", "", "--dir", str(tmp_path)], stdout=subprocess.DEVNULL
    )
    until = time.monotonic() + 20
    while True:
        try:
            Redis(unix_socket_path=str(path)).ping()
            break
        except ConnectionError:
            assert server.poll() is None and time.monotonic() < until
            time.sleep(0.02)
    yield f"unix://{path}", server
    server.terminate()
    server.wait(20)


def sqlite_of(folder):
    return f"sqlite:///{folder / 'tremplin.sqlite3'}"


def test_the_application_says_on_both_databases_that_it_is_alive_and_ready(browser):
    assert {path: (browser.get(path).status_code, browser.get(path).json) for path in ("/health", "/health/live", "/health/ready")} == {
        "/health": (200, {"ok": True}), "/health/live": (200, {"ok": True}), "/health/ready": (200, {"ok": True, "database": "answers"}),
    }  # fmt: skip


@pytest.mark.parametrize("path", ["/health", "/health/live", "/health/ready"])
def test_health_is_asked_anew_each_time(browser, path):
    assert browser.get(path).headers["Cache-Control"] == "no-store"


def test_a_database_that_is_away_makes_the_server_not_ready_but_alive(asking, tmp_path):
    browser = asking(sqlite_of(tmp_path / "gone"))

    ready = browser.get("/health/ready")
    assert (ready.status_code, ready.json) == (503, {"ok": False, "database": "away"})
    assert (browser.get("/health/live").status_code, browser.get("/health").json) == (200, {"ok": True})


def test_a_database_that_comes_back_makes_the_server_ready_again(asking, tmp_path, sqlite_template):
    folder = tmp_path / "later"
    browser = asking(sqlite_of(folder))
    assert browser.get("/health/ready").status_code == 503

    folder.mkdir()
    shutil.copyfile(sqlite_template, folder / "tremplin.sqlite3")

    assert browser.get("/health/ready").status_code == 200


def test_a_database_file_without_its_tables_is_not_ready(asking, tmp_path):
    assert asking(sqlite_of(tmp_path)).get("/health/ready").status_code == 503


def test_a_postgresql_that_is_not_there_is_told_without_its_address(asking, nobody_there):
    ready = asking(f"postgresql+psycopg://jo:s3cret@127.0.0.1:{nobody_there}/tremplin").get("/health/ready")

    assert (ready.status_code, ready.json) == (503, {"ok": False, "database": "away"})


def test_redis_is_asked_where_there_is_one_and_its_absence_alone_sends_nobody_away(asking, tmp_path, sqlite_template, redis_server):
    url, server = redis_server
    shutil.copyfile(sqlite_template, tmp_path / "tremplin.sqlite3")
    browser = asking(sqlite_of(tmp_path), url)

    assert browser.get("/health/ready").json == {"ok": True, "database": "answers", "redis": "answers"}
    server.terminate()
    server.wait(20)
    ready = browser.get("/health/ready")
    assert (ready.status_code, ready.json) == (200, {"ok": True, "database": "answers", "redis": "away"})


def test_where_both_are_away_both_are_named(asking, tmp_path, nobody_there):
    ready = asking(sqlite_of(tmp_path / "gone"), f"redis://127.0.0.1:{nobody_there}/0").get("/health/ready")

    assert (ready.status_code, ready.json) == (503, {"ok": False, "database": "away", "redis": "away"})
