"""Both workers are restarted, one after the other, while a room answers: nothing is lost, and everybody is back by themselves."""

import subprocess
import sys
import threading

from sqlalchemy import select

from sessions.store.tables import AnswerRow
from tests.deploy.people import Desk, Phone, soon
from tests.deploy.programs import is_open
from tests.deploy.restarting import restarter
from tests.e2e.server import ROOT

PHONES = 8


def test_both_workers_restart_under_a_room_that_answers(cluster, people):
    opened, statuses = cluster.open(), []
    desk = Desk(cluster.base, opened)
    phones = [Phone(cluster.base, opened, f"Jeune {number}") for number in range(PHONES)]
    people += [desk, *phones]
    for name in ("next", "open"):
        desk.command(name)
    soon(lambda: all(phone.seen.moment == "activity" for phone in phones))
    over, last = threading.Event(), {}
    answering = [threading.Thread(target=change_ones_mind, args=(phone, last, over)) for phone in phones]
    for thread in answering:
        thread.start()

    with restarter(cluster.workers, statuses) as command:
        done = rolling_restart(*map(str, cluster.ports), "--pause", "1.5", "--command", command)
    over.set()
    for thread in answering:
        thread.join(30)

    assert done.returncode == 0, done.stderr
    assert statuses == [0, 0]
    soon(lambda: all([phone.flush() for phone in phones]))
    assert stored(cluster, phones) == last
    assert all(phone.connections > 1 for phone in phones)
    desk.command("reveal")
    soon(lambda: all(phone.seen.moment == "result" for phone in phones))


def test_a_worker_that_does_not_come_back_stops_the_procedure(cluster):
    done = rolling_restart(*map(str, cluster.ports), "--command", "false")

    assert done.returncode == 1
    assert "les autres servent toujours" in done.stderr
    assert all(is_open(port) for port in cluster.ports)


def rolling_restart(*arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, str(ROOT / "deploy" / "rolling-restart"), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=90)


def change_ones_mind(phone: Phone, last: dict[int, str], over: threading.Event) -> None:
    """Answer again and again; only the last answer waits, as in the real outbox."""
    count = 0
    while not over.is_set():
        count += 1
        last[phone.participant] = f"{phone.participant}-{count}"
        phone.waiting.clear()
        phone.answer(last[phone.participant])
        over.wait(0.3)


def stored(cluster, phones: list[Phone]) -> dict[int, str]:
    wanted = select(AnswerRow.participant_id, AnswerRow.client_answer_id).where(AnswerRow.participant_id.in_([phone.participant for phone in phones]))
    with cluster.engine.connect() as connection:
        return {participant: name for participant, name in connection.execute(wanted)}
