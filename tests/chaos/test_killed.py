"""The server is killed at random moments while everybody answers and changes answers: what was acknowledged is stored and reported, once."""

import asyncio
import os
import shutil
import time
from random import Random
from statistics import median

import pytest

from tests.chaos.phone import Phone, play
from tests.chaos.room import check, open_question, settings_for
from tests.e2e.server import Server
from tests.postgres import execute

THINKS_S = 1.5
"""Mean time between two answers of a phone; who comes back answers at once. Two hundred in more of a hurry would only keep the cores from restarting."""
BACK_S = 15
"""The promise is three seconds on a quiet machine (see docs/PERFORMANCE.md); here two cores carry phones, server and other tests."""


@pytest.fixture(params=[("sqlite", "eventlet", 20, 200), ("postgresql", "gevent", 4, 40)], ids=["20 kills, SQLite, eventlet", "4 kills, PostgreSQL, gevent"])
def trial(request, tmp_path):
    """Return the server, its database's address, how often it is killed, and how many phones answer."""
    kind, mode, kills, phones = request.param
    if kind == "sqlite":
        path = tmp_path / "tremplin.sqlite3"
        shutil.copyfile(request.getfixturevalue("sqlite_template"), path)
        url, clean = f"sqlite:///{path}", lambda: None
    else:
        template, name = request.getfixturevalue("postgres_template"), f"tremplin_chaos_{os.getpid()}"
        execute(template.set(database="postgres"), f"CREATE DATABASE {name} TEMPLATE {template.database}")
        url = template.set(database=name).render_as_string(hide_password=False)
        clean = lambda: execute(template.set(database="postgres"), f"DROP DATABASE {name} WITH (FORCE)")  # noqa: E731
    server = Server(tmp_path, mode, **settings_for(url))
    yield server, url, kills, phones
    server.stop()
    clean()


def test_whenever_the_server_is_killed_nothing_that_was_acknowledged_is_lost_or_doubled(trial):
    server, url, kills, number = trial
    seed = int(os.environ.get("CHAOS_SEED", time.time_ns() % 100_000))
    print(f"CHAOS_SEED={seed}")
    random = Random(seed)
    opened = open_question(url)
    phones = [Phone(server.port, opened.code, f"Nina {place}", Random(seed + place), thinks_s=THINKS_S) for place in range(number)]
    killed, back = 0.0, 0.0

    async def kill_again_and_again():
        nonlocal killed, back
        await asyncio.sleep(3)
        for _ in range(kills):
            await asyncio.sleep(random.uniform(0.1, 1.2))
            server.kill()
            killed = time.monotonic()
            await asyncio.to_thread(server.start)
            back = time.monotonic()
        while not all(phone.came and phone.came[-1] > killed for phone in phones) and time.monotonic() < back + BACK_S:
            await asyncio.sleep(0.1)

    server.start()
    asyncio.run(play(phones, kill_again_and_again()))
    server.stop()

    check(opened, phones)
    assert sum(len(phone.acknowledged) for phone in phones) > number
    # some are there an instant before we know that the server is
    waits = [min((max(0.0, came - back) for came in phone.came if came > killed), default=None) for phone in phones]
    assert None not in waits, "somebody did not come back"
    print(f"back after the last return: median {median(waits):.2f} s, last {max(waits):.2f} s")
    assert max(waits) < BACK_S
    assert [phone.went_back for phone in phones if phone.went_back] == []
