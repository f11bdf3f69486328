"""Run in a process of its own: does the event loop go on beating while the database is slow?

python beating.py MODE URL SECONDS WAIT_FUNCTION → queries that take that long; prints the longest time between two beats, and the time that all the queries took, in seconds.
"""

import os
import sqlite3
import sys
import time

mode, url, query_s, wait_function = sys.argv[1:]
if mode == "eventlet":
    import warnings

    warnings.simplefilter("ignore")
    import eventlet

    eventlet.monkey_patch()
    spawn = eventlet.spawn
else:
    from gevent import monkey

    monkey.patch_all()
    import gevent

    spawn = gevent.spawn
os.environ["PSYCOPG_WAIT_FUNC"] = wait_function

from sqlalchemy import text  # noqa: E402

from workshop.db import make_engine  # noqa: E402

QUERY_S, QUERIES = float(query_s), 5
engine = make_engine(url)
gaps: list[float] = []
over: list[bool] = []
begun: list[bool] = []


def beat() -> None:
    last = time.perf_counter()
    while not over:
        time.sleep(0.01)
        now = time.perf_counter()
        gaps.append(now - last)
        last = now


def query() -> None:
    """Take its time: PostgreSQL is asked to; SQLite is being written to by another for that long."""
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_sleep(:s)"), {"s": QUERY_S})


def hold_sqlite() -> None:
    holder = sqlite3.connect(engine.url.database, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    begun.append(True)
    time.sleep(QUERY_S)
    holder.execute("COMMIT")


beating = spawn(beat)
if engine.dialect.name == "sqlite":
    spawn(hold_sqlite)
    while not begun:
        time.sleep(0.01)
time.sleep(0.2)
gaps.clear()
start = time.perf_counter()
for task in [spawn(query) for _ in range(QUERIES)]:
    task.wait() if mode == "eventlet" else task.get()
print(max(gaps), time.perf_counter() - start)
over.append(True)
