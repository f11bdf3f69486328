"""Who is asked, when, and who is given up; with a clock that the test turns."""

import pytest

from sessions.realtime.light.heartbeat import Heartbeat


class Phone:
    def __init__(self):
        self.told = []

    def ask(self):
        self.told.append("asked")

    def give_up(self):
        self.told.append("given up")

    def drop(self):
        self.told.append("dropped")


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def heartbeat(clock):
    return Heartbeat(25, 20, 5, clock)


def beat_at(heartbeat, clock, *times):
    for clock.now in times:
        heartbeat.beat()


def test_a_silent_phone_is_asked_once_and_given_up_when_it_does_not_answer(heartbeat, clock):
    phone = Phone()
    heartbeat.heard(phone)
    beat_at(heartbeat, clock, 24.9)
    assert phone.told == []
    beat_at(heartbeat, clock, 25, 30, 44.9)
    assert phone.told == ["asked"]
    beat_at(heartbeat, clock, 45, 100)

    assert phone.told == ["asked", "given up"]


def test_a_phone_that_answers_is_asked_again_and_again(heartbeat, clock):
    phone = Phone()
    heartbeat.heard(phone)
    for clock.now in range(0, 500):
        heartbeat.beat()
        if len(phone.told) > clock.now // 30:
            heartbeat.heard(phone)

    assert set(phone.told) == {"asked"}
    assert len(phone.told) >= 10


def test_whoever_said_more_lately_is_asked_later(heartbeat, clock):
    early, late = Phone(), Phone()
    heartbeat.heard(early)
    heartbeat.heard(late)
    clock.now = 10
    heartbeat.heard(early)
    beat_at(heartbeat, clock, 25)
    assert (early.told, late.told) == ([], ["asked"])
    beat_at(heartbeat, clock, 35)

    assert early.told == ["asked"]


def test_a_phone_that_was_told_goodbye_is_neither_asked_nor_kept(heartbeat, clock):
    phone, gone = Phone(), Phone()
    for one in (phone, gone):
        heartbeat.heard(one)
        heartbeat.leaving(one)
    heartbeat.forget(gone)
    beat_at(heartbeat, clock, 4.9, 5, 25, 50)

    assert (phone.told, gone.told) == (["dropped"], [])


def test_it_looks_often_enough_for_its_deadlines():
    assert Heartbeat(25, 20).step == 1
    assert Heartbeat(0.4, 0.2).step == pytest.approx(0.01)
