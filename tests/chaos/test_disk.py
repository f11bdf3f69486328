"""A full disk or a database that somebody else holds: nothing is acknowledged that is not stored, pages are still read, and all heals by itself."""

import asyncio
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from random import Random

import pytest

from tests.chaos.phone import Phone, play
from tests.chaos.room import check, open_question, settings_for
from tests.e2e.server import ROOT, Server


class FullDisk(Server):
    """A server none of whose files may grow beyond `most` bytes, as on a disk that is full."""

    most = 0

    def start(self) -> None:
        if not self.most:
            super().start()
            return
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "app.py", "serve"], cwd=ROOT, env=self.environ, stdout=log, stderr=log, preexec_fn=self._limited
            )
        until = time.monotonic() + 40
        while not self._answers():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < until
            time.sleep(0.1)

    def _limited(self) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (self.most, self.most))


@pytest.fixture
def opened(sqlite_template, tmp_path):
    path = tmp_path / "tremplin.sqlite3"
    shutil.copyfile(sqlite_template, path)
    return open_question(f"sqlite:///{path}")


def page_of(server: Server, code: str) -> int:
    with urllib.request.urlopen(f"{server.base}/r/{code}", timeout=5) as reply:
        return reply.status


def test_on_a_full_disk_answers_wait_on_the_phones_and_are_stored_once_there_is_room(opened, tmp_path):
    server = FullDisk(tmp_path, "eventlet", **settings_for(opened.url), PYTHONDONTWRITEBYTECODE="1")
    path = tmp_path / "tremplin.sqlite3"
    phones = [Phone(server.port, opened.code, f"Nina {place}", Random(place), thinks_s=0.2) for place in range(20)]

    async def fill_the_disk_and_make_room():
        await asyncio.sleep(2)
        before = [len(phone.acknowledged) for phone in phones]
        server.stop()
        # what the database and its log need to be opened, and hardly more
        server.most = max(path.stat().st_size, 40_000) + 8192
        await asyncio.to_thread(server.start)
        await asyncio.sleep(5)
        assert await asyncio.to_thread(page_of, server, opened.code) == 200
        stuck = [phone for phone in phones if phone.waiting]
        server.kill()
        server.most = 0
        await asyncio.to_thread(server.start)
        await asyncio.sleep(3)
        return before, stuck

    told = {}

    async def during():
        told["before"], told["stuck"] = await fill_the_disk_and_make_room()

    server.start()
    try:
        asyncio.run(play(phones, during()))
    finally:
        server.stop()
    check(opened, phones)
    assert len(told["stuck"]) > 10, "the disk was not full"
    assert all(len(phone.acknowledged) > count for phone, count in zip(phones, told["before"], strict=True))
    assert "OperationalError" in server.log.read_text(), "the fault is in the server's log"


@pytest.mark.parametrize("mode", ["eventlet", "gevent"])
def test_while_another_process_holds_the_database_pages_are_read_and_answers_follow_after(opened, tmp_path, mode):
    server = Server(tmp_path, mode, **settings_for(opened.url))
    phones = [Phone(server.port, opened.code, f"Nina {place}", Random(place), thinks_s=0.2) for place in range(20)]
    reading: list[float] = []

    async def hold_the_database():
        await asyncio.sleep(2)
        holder = sqlite3.connect(tmp_path / "tremplin.sqlite3", isolation_level=None, timeout=5)
        holder.execute("BEGIN IMMEDIATE")
        count = sum(len(phone.acknowledged) for phone in phones)
        for _ in range(6):
            began = time.monotonic()
            assert await asyncio.to_thread(page_of, server, opened.code) == 200
            reading.append(time.monotonic() - began)
            await asyncio.sleep(0.5)
        assert sum(len(phone.acknowledged) for phone in phones) == count, "acknowledged while nothing could be written"
        holder.execute("COMMIT")
        holder.close()
        await asyncio.sleep(2)
        assert sum(len(phone.acknowledged) for phone in phones) > count

    server.start()
    try:
        asyncio.run(play(phones, hold_the_database()))
    finally:
        server.stop()
    check(opened, phones)
    assert max(reading) < 3, "a page that only reads waited for the writer"
