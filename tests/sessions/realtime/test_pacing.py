"""What moves again and again is told soon, once for many changes, and never takes more than its share of the time."""

import threading
import time

from sessions.realtime.pacing import Pace
from tests.deploy.people import soon


def started(function, *arguments):
    threading.Thread(target=function, args=arguments, daemon=True).start()


def busy(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        pass


def test_many_changes_make_one_telling_and_a_later_change_another():
    told, pace = [], Pace(started, time.sleep, 0)
    for _ in range(50):
        pace.soon("room", 0.05, lambda: told.append("once"))
    soon(lambda: pace.is_idle)
    assert told == ["once"]

    pace.soon("room", 0.01, lambda: told.append("again"))
    soon(lambda: pace.is_idle)
    assert told == ["once", "again"]


def test_what_is_due_first_is_told_first_even_if_it_came_last():
    told, pace = [], Pace(started, time.sleep, 0)
    pace.soon("late", 0.4, lambda: told.append("late"))
    pace.soon("early", 0.05, lambda: told.append("early"))
    soon(lambda: pace.is_idle)

    assert told == ["early", "late"]


def test_however_many_rooms_move_the_rest_of_the_time_is_left_to_others():
    rests, told = [], []
    pace = Pace(started, lambda seconds: rests.append(seconds), 4)
    for room in range(20):
        pace.soon(room, 0, lambda room=room: (busy(0.002), told.append(room)))
    soon(lambda: pace.is_idle)

    assert told == list(range(20))
    assert sum(rests) >= 4 * 20 * 0.002


def test_a_list_that_takes_long_comes_less_often():
    told, pace = [], Pace(started, time.sleep, 0)
    pace.soon("full room", 0, lambda: busy(0.05))
    soon(lambda: pace.is_idle)
    began = time.monotonic()
    pace.soon("full room", 0.01, lambda: told.append(time.monotonic() - began))
    soon(lambda: told)

    assert told[0] >= 0.4


def test_a_fault_in_one_room_is_no_other_rooms(caplog):
    told, pace = [], Pace(started, time.sleep, 0)
    pace.soon("bad", 0, lambda: 1 / 0)
    pace.soon("good", 0, lambda: told.append("good"))
    soon(lambda: pace.is_idle)

    assert told == ["good"]
    assert "could not tell" in caplog.text


def test_in_a_hurry_nothing_waits():
    told, pace = [], Pace(started, time.sleep, 50)
    for room in range(3):
        pace.soon(room, 60, lambda room=room: told.append(room))
    pace.hurry(True)
    soon(lambda: pace.is_idle)

    assert told == [0, 1, 2]


def test_what_a_command_changed_does_not_wait_for_what_it_took_last_time():
    told, pace = [], Pace(started, time.sleep, 0, own_rest=0)
    pace.soon("full room", 0, lambda: busy(0.05))
    soon(lambda: pace.is_idle)
    began = time.monotonic()
    pace.soon("full room", 0, lambda: told.append(time.monotonic() - began))
    soon(lambda: told)

    assert told[0] < 0.4
