"""The server's clock jumps, as a machine's does that has slept or was set wrong.

Guaranteed whatever it does: an answer to an activity without a timer is taken, nothing that was stored is lost, runs keep their order, and nobody sees a
negative time. Not guaranteed: a timer is kept by that clock, so a jump forward ends it early and a jump back lengthens it; the counsellor can
lift it, reopen, and answers are then taken again.
"""

import pytest

from sessions.domain.refusals import TooLate
from sessions.reports.building import build
from sessions.reports.filling import About, material_of

RIGHT = {"choices": ["b"]}
JUMPS = [{"hours": 1}, {"hours": -1}, {"days": 1}, {"days": -1}]


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_an_answer_to_an_open_activity_is_taken_whatever_the_clock_says(room, jump):
    ines, tom = room.join("Inès"), room.join("Tom")
    room.command("next")
    room.command("open")
    room.answer(ines, RIGHT)
    room.wait(**jump)
    room.answer(tom, RIGHT)
    room.answer(ines, {"choices": ["a"]})

    assert len(room.gathered()[0].answers) == 2
    assert room.room.showing.screen(room.live_id).answered == 2
    assert room.room.showing.phone(room.live_id, ines.id).moment == "activity"
    room.command("close")
    room.command("reveal")
    assert room.room.showing.screen(room.live_id).moment == "result"


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_a_timer_is_never_negative_and_the_counsellor_gets_the_room_going_again(room, jump):
    ines = room.join("Inès")
    room.command("next")
    room.command("open")
    room.command("start_timer", seconds=60)
    room.wait(**jump)
    remaining = room.room.showing.phone(room.live_id, ines.id).remaining_s

    assert remaining is None or remaining >= 0
    try:
        room.answer(ines, RIGHT)
    except TooLate:
        assert "days" in jump or jump["hours"] > 0, "a jump back refused an answer"
    room.command("lift_timer")
    room.answer(ines, {"choices": ["a"]})
    assert len(room.gathered()[0].answers) == 1


@pytest.mark.parametrize("jump", JUMPS, ids=str)
def test_runs_keep_their_order_and_the_report_has_no_negative_time(room, jump):
    ines = room.join("Inès")
    room.command("next")
    room.command("open")
    room.answer(ines, RIGHT)
    room.wait(**jump)
    room.command("close")
    room.command("second_round")
    room.answer(ines, {"choices": ["a"]})
    room.command("end")

    assert [run.round for run in room.live.runs_of(room.live.plan.steps[0].id)] == [1, 2]
    with room.room.store.read() as reads:
        report = build(material_of(reads, room.live, reads.lives.head(room.live_id), About(), {}, room.at))
    assert report.attendance.duration_s >= 0
