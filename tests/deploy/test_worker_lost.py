"""A worker is killed in mid-activity: nginx sends its rooms elsewhere, and every answer is stored, once."""

import re
import urllib.error
import urllib.request
from collections.abc import Iterable

import pytest

from tests.deploy.people import Desk, Phone, soon
from tests.e2e.server import Server

PHONES = 8


def test_the_rooms_of_a_killed_worker_go_on_at_the_other(cluster, people):
    soon(lambda: uses_both(cluster))
    opened = cluster.open()
    desk = Desk(cluster.base, opened)
    phones = [Phone(cluster.base, opened, f"Jeune {number}") for number in range(PHONES)]
    people += [desk, *phones]
    serving = holder(cluster)
    for name in ("next", "open"):
        desk.command(name)
    soon(lambda: all(phone.seen.moment == "activity" for phone in phones))
    for number, phone in enumerate(phones[: PHONES // 2]):
        phone.answer(f"early-{number}")

    serving.kill()
    for number, phone in enumerate(phones[PHONES // 2 :]):
        phone.waiting[f"late-{number}"] = {"run": phones[0].seen.run, "client_answer_id": f"late-{number}", "answer": {"choices": ["a"]}}
    soon(lambda: all(phone.is_connected and phone.connections > 1 for phone in [desk, *phones]))
    soon(lambda: flushed(phones))

    assert cluster.stored(opened) == PHONES
    assert holder(cluster) is not serving
    soon(lambda: desk.count == PHONES)
    desk.command("reveal")
    soon(lambda: all(phone.seen.moment == "result" for phone in phones))
    serving.start()


def flushed(phones: Iterable[Phone]) -> bool:
    return all([phone.flush() for phone in phones])


def uses_both(cluster) -> bool:
    """Whether nginx sends rooms to both workers, and has taken back those that an earlier test restarted."""
    seen = {served_by(cluster, f"KKKK{letters}") for letters in ("AA", "BC", "DE", "FG", "HJ", "KM", "NP", "QR", "TV", "WX")}
    return seen == {f"127.0.0.1:{port}" for port in cluster.ports}


def served_by(cluster, code: str) -> str:
    """Return the worker that nginx asked, last of all, for the page of a room; there is no such room."""
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{cluster.base}/r/{code}", timeout=5)
    log = cluster.nginx.folder / "tremplin.log"
    return soon(lambda: [line.split()[-1] for line in log.read_text(encoding="utf-8").splitlines() if f"/r/{code} 404" in line])[-1]


def holder(cluster):
    """Return the worker that holds all phones, for nginx keeps a room together; waits until those of earlier tests are gone."""

    def only() -> list[Server]:
        alive = [worker for worker in cluster.workers if worker.process.poll() is None]
        return [worker for worker in alive if [phones_at(other.base) for other in alive] == [PHONES * (other is worker) for other in alive]]

    return soon(only, seconds=5)[0]


def phones_at(base: str) -> int:
    """Return how many phones a worker says that it holds."""
    with urllib.request.urlopen(f"{base}/metrics", timeout=5) as reply:
        return int(float(re.search(r'(?m)^tremplin_phones_connected (\S+)', reply.read().decode())[1]))
