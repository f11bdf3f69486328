"""Run in a process of its own: does the event loop go on beating while the database is slow?

python beating.py MODE URL → prints the longest time between two beats, and the time that all the queries took, in seconds.
"""

import os
import sys
import time

mode, url = sys.argv[1:3]
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
if len(sys.argv) > 3:
    os.environ["PSYCOPG_WAIT_FUNC"] = sys.argv[3]

from sqlalchemy import create_engine, text  # noqa: E402

QUERY_S, QUERIES = 1.5, 5
engine = create_engine(url, pool_size=QUERIES)
gaps: list[float] = []
over: list[bool] = []


def beat() -> None:
    last = time.perf_counter()
    while not over:
        time.sleep(0.01)
        now = time.perf_counter()
        gaps.append(now - last)
        last = now


def query() -> None:
    with engine.connect() as connection:
        connection.execute(text("SELECT pg_sleep(:s)"), {"s": QUERY_S})


beating = spawn(beat)
time.sleep(0.2)
gaps.clear()
start = time.perf_counter()
for task in [spawn(query) for _ in range(QUERIES)]:
    task.wait() if mode == "eventlet" else task.get()
print(max(gaps), time.perf_counter() - start)
over.append(True)
