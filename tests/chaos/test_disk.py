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
from statistics import median

import pytest

from sessions.domain.messages import MESSAGES
from tests.chaos.phone import Phone, play, until
from tests.chaos.room import Opened, check, open_question, settings_for
from tests.e2e.server import ROOT, Server

HELD_S = 4.0
"""Longer than any phone thinks, shorter than a phone's patience."""


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


def stored(opened: Opened) -> set[str]:
    """Return the names of all answers on the disk, those that a later one replaced too."""
    with sqlite3.connect(f"{opened.url.replace('sqlite:///', 'file:')}?mode=ro", uri=True) as connection:
        return {name for table in ("answer", "replaced_answer") for (name,) in connection.execute(f"SELECT client_answer_id FROM {table}")}


def acknowledged(phones: list[Phone]) -> set[str]:
    return {name for phone in phones for name in phone.acknowledged}


def test_on_a_full_disk_answers_wait_on_the_phones_and_are_stored_once_there_is_room(opened, tmp_path):
    server = FullDisk(tmp_path, "eventlet", **settings_for(opened.url), PYTHONDONTWRITEBYTECODE="1")
    path = tmp_path / "tremplin.sqlite3"
    phones = [Phone(server.port, opened.code, f"Nina {place}", Random(place), thinks_s=0.2) for place in range(20)]

    async def fill_the_disk_and_make_room():
        await until(lambda: all(phone.acknowledged for phone in phones), "everybody has answered")
        server.stop()
        # what the database and its log need to be opened, and hardly more
        server.most = max(path.stat().st_size, 40_000) + 8192
        await asyncio.to_thread(server.start)
        await until(lambda: all(phone.put_off for phone in phones), "the disk is full, and everybody is told")
        assert await asyncio.to_thread(page_of, server, opened.code) == 200
        assert acknowledged(phones) <= stored(opened)
        server.kill()
        server.most = 0
        kept = {phone.waiting["client_answer_id"] for phone in phones if phone.waiting}
        await asyncio.to_thread(server.start)
        await until(lambda: kept <= acknowledged(phones), "what was kept on the phones is stored")

    server.start()
    try:
        asyncio.run(play(phones, fill_the_disk_and_make_room()))
    finally:
        server.stop()
    check(opened, phones)
    assert {(ack["reason"], ack["error"]) for phone in phones for ack in phone.put_off} == {("busy", MESSAGES["busy"])}
    assert "OperationalError" in server.log.read_text(), "the fault is in the server's log"


@pytest.mark.parametrize("mode", ["eventlet", "gevent"])
def test_while_another_process_holds_the_database_pages_are_read_and_answers_follow_after(opened, tmp_path, mode):
    server = Server(tmp_path, mode, **settings_for(opened.url))
    phones = [Phone(server.port, opened.code, f"Nina {place}", Random(place), thinks_s=0.2) for place in range(20)]
    reading: list[float] = []

    async def hold_the_database():
        await until(lambda: all(phone.acknowledged for phone in phones), "everybody has answered")
        holder = sqlite3.connect(tmp_path / "tremplin.sqlite3", isolation_level=None, timeout=5)
        holder.execute("BEGIN IMMEDIATE")
        before, held_until = stored(opened), time.monotonic() + HELD_S
        while time.monotonic() < held_until:
            began = time.monotonic()
            assert await asyncio.to_thread(page_of, server, opened.code) == 200
            reading.append(time.monotonic() - began)
            await asyncio.sleep(0.2)
        assert all(phone.waiting for phone in phones), "somebody's answer neither waits nor is stored"
        assert acknowledged(phones) <= before, "acknowledged while nothing could be written"
        holder.execute("COMMIT")
        holder.close()
        kept = {phone.waiting["client_answer_id"] for phone in phones}
        await until(lambda: kept <= acknowledged(phones), "what waited is stored")

    server.start()
    try:
        asyncio.run(play(phones, hold_the_database()))
    finally:
        server.stop()
    check(opened, phones)
    assert median(reading) < 1 and max(reading) < 3, "a page that only reads waited for the writer"
