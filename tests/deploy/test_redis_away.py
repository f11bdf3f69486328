"""Redis dies in mid-activity and comes back: the room goes on, the desk says so, and then everybody sees the same again."""

import signal
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

from tests.deploy.people import Desk, Phone, Surface, soon

SAID = "Le lien entre les serveurs est coupé."


def test_a_room_split_over_two_workers_goes_on_without_redis_says_so_and_recovers(cluster, people):
    first, second = (worker.base for worker in cluster.workers)
    opened = cluster.open()
    desk, screen = Desk(first, opened), Surface(first, opened, "screen", opened.screen_token)
    near, far = Phone(first, opened, "Inès"), Phone(second, opened, "Karim")
    people += [desk, screen, near, far]
    desk.command("next")
    soon(lambda: far.seen.moment == near.seen.moment == "listen")
    assert SAID not in desk.html

    cluster.redis.kill()
    soon(lambda: SAID in desk.html, seconds=10)
    before = time.monotonic()
    desk.command("open")
    soon(lambda: near.seen.moment == "activity")
    assert time.monotonic() - before < 2, "nobody may wait for Redis"
    soon(lambda: far.seen.moment == "activity", seconds=10)
    far.answer("b")
    soon(lambda: screen.count == 1 and desk.count == 1, seconds=10)
    assert cluster.stored(opened) == 1

    cluster.redis.start()
    soon(lambda: SAID not in desk.html, seconds=10)
    near.answer("a")
    soon(lambda: desk.count == 2, seconds=5)
    desk.command("reveal")
    soon(lambda: near.seen.moment == far.seen.moment == "result", seconds=5)


def test_a_worker_starts_without_redis_and_finds_it_later(cluster, people):
    cluster.redis.kill()
    worker = cluster.workers[1]
    worker.stop()
    worker.start()
    opened = cluster.open()
    desk, phone = Desk(worker.base, opened), Phone(worker.base, opened, "Inès")
    people += [desk, phone]

    soon(lambda: SAID in desk.html, seconds=10)
    desk.command("next")
    soon(lambda: phone.seen.moment == "listen")
    cluster.redis.start()

    soon(lambda: SAID not in desk.html, seconds=10)


@contextmanager
def answering(base: str) -> Iterator[list[float]]:
    """Ask a worker for a sign of life again and again meanwhile; give how long each took."""
    waits, over = [0.0], Event()

    def ask() -> None:
        while not over.wait(0.02):
            before = time.monotonic()
            urllib.request.urlopen(f"{base}/health", timeout=20).read()
            waits.append(time.monotonic() - before)

    asking = Thread(target=ask)
    asking.start()
    try:
        yield waits
    finally:
        over.set()
        asking.join()


def test_a_redis_that_hangs_makes_nobody_wait(cluster, people):
    worker = cluster.workers[0]
    opened = cluster.open()
    desk, phone = Desk(worker.base, opened), Phone(worker.base, opened, "Inès")
    people += [desk, phone]
    cluster.redis.process.send_signal(signal.SIGSTOP)
    try:
        for name in ("next", "open"):
            with answering(cluster.workers[1].base) as waits:
                before = time.monotonic()
                desk.command(name)
                took = time.monotonic() - before
            # less than Redis's own time-out, beside what a busy machine makes anybody wait who asks for nothing at all
            assert took < 1 + max(waits)
            # nobody is asked to wait as long as for that time-out, and a worker that does not ask is no excuse beyond measure
            assert max(waits) < 3
        phone.answer("a")
        soon(lambda: desk.count == 1, seconds=3)
        soon(lambda: SAID in desk.html, seconds=10)
    finally:
        cluster.redis.process.send_signal(signal.SIGCONT)
    soon(lambda: SAID not in desk.html, seconds=10)
