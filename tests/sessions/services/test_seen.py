"""The metrics of the services move with what happens, and with nothing else."""

import pytest
from sqlalchemy import text

from sessions.domain.refusals import Refusal, TooLate
from tests.workshop.seen.reading import value
from workshop.exercises.contract import AnswerRefused

RIGHT = {"choices": ["b"]}
OUTCOMES = ("acknowledged", "refused", "too_late", "failed")


@pytest.fixture
def moved():
    """Return how far the counters have moved since the test began."""

    def now():
        counts = {outcome: value("tremplin_answers_total", outcome=outcome) for outcome in OUTCOMES}
        more = {"timed": "tremplin_answer_seconds_count", "commits": "tremplin_commit_answers_count", "committed": "tremplin_commit_answers_sum"}
        return counts | {short: value(name) for short, name in more.items()} | {"joins": value("tremplin_joins_total")}

    before = now()
    return lambda: {name: count - before[name] for name, count in now().items() if count != before[name]}


def test_an_answer_on_the_disk_is_counted_and_timed_and_so_is_who_gives_it(room, moved):
    person = room.join("Inès")
    room.command("next")
    room.command("open")

    room.answer(person, RIGHT)

    assert moved() == {"joins": 1, "acknowledged": 1, "timed": 1, "commits": 1, "committed": 1}


def test_an_answer_that_does_not_fit_is_refused_and_not_timed(room, moved):
    person = room.join("Inès")
    room.command("next")
    room.command("open")

    with pytest.raises(AnswerRefused):
        room.answer(person, {"choices": ["nowhere"]})
    with pytest.raises(Refusal):
        room.answer(person, RIGHT, run="no-such-run")

    assert moved() == {"joins": 1, "refused": 2}


def test_an_answer_after_the_end_is_too_late(room, moved):
    person = room.join("Inès")
    room.command("next")
    room.command("open")
    room.command("close")
    room.wait(seconds=5)

    with pytest.raises(TooLate):
        room.answer(person, RIGHT)

    assert moved() == {"joins": 1, "too_late": 1, "commits": 1, "committed": 1}


def test_a_fault_of_ours_is_counted_as_one(room, moved, database):
    person = room.join("Inès")
    room.command("next")
    room.command("open")
    with database.begin() as session:
        session.execute(text("ALTER TABLE answer RENAME TO away"))

    with pytest.raises(Exception, match="answer"):
        room.answer(person, RIGHT)

    assert moved() == {"joins": 1, "failed": 1}


def test_who_is_not_let_in_did_not_join(room, moved):
    room.join("Inès")
    room.command("lock")

    with pytest.raises(Refusal):
        room.join("Noé")

    assert moved() == {"joins": 1}
