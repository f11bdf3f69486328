import threading

import pytest

from workshop.seen.probe import Probe


def broken():
    raise OSError("no route")


def test_a_part_that_answers_is_there():
    assert Probe(lambda: None).answers() is True


def test_a_part_that_fails_is_away_and_may_come_back():
    answers = iter([broken, lambda: None])
    probe = Probe(lambda: next(answers)())

    assert [probe.answers(), probe.answers()] == [False, True]


def test_a_part_that_hangs_is_away_in_time_and_holds_one_thread_however_often_it_is_asked():
    asked, go_on = [], threading.Event()

    def hang():
        asked.append(threading.current_thread())
        go_on.wait(20)

    probe = Probe(hang, seconds=0.02)

    assert [probe.answers() for _ in range(5)] == [False] * 5
    assert len(asked) == 1
    go_on.set()
    asked[0].join(20)
    assert probe.answers() is True
    assert len(asked) == 2


def test_why_a_part_is_away_is_logged_without_its_own_words(caplog):
    Probe(broken).answers()

    (line,) = caplog.records
    assert line.levelname == "WARNING"
    assert line.exc_info[0] is OSError
    assert "no route" not in line.getMessage()


@pytest.mark.parametrize("together", [2, 8])
def test_those_who_ask_together_share_one_question(together):
    asked, go_on, started = [], threading.Event(), threading.Barrier(together + 1)
    told = []

    def slow():
        asked.append(1)
        go_on.wait(20)

    probe = Probe(slow, seconds=20)

    def ask():
        started.wait(20)
        told.append(probe.answers())

    threads = [threading.Thread(target=ask) for _ in range(together)]
    for thread in threads:
        thread.start()
    started.wait(20)
    while not asked:
        threads[0].join(0.005)
    # all but the first can only find the question that runs
    go_on.set()
    for thread in threads:
        thread.join(20)
    assert told == [True] * together
    assert 1 <= len(asked) <= together
