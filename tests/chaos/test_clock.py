"""A whole workshop is played while the server's clock jumps by an hour or a day at any moment, back or forth, as often as it likes.

Guaranteed: every answer to an open activity without a timer is taken; every command goes through; the rounds of an activity keep
their order; each surface and each form of the report can be drawn; no duration, no remaining time and no hour of the report is negative.
Not guaranteed, for a timer is kept by that clock: a jump forth ends a timed activity at once (its answers are then refused as too late, and the
counsellor extends or lifts the timer), a jump back lengthens it by as much. A question closed before a jump back takes answers until the clock
is again where it was, or until the reveal; who came or left across a jump may be told as late.
"""

from io import BytesIO
from random import Random

import openpyxl
import pytest

from sessions.domain.refusals import TooLate
from sessions.reports.building import build
from sessions.reports.filling import About, material_of
from sessions.reports.pdf import render_pdf
from sessions.reports.spreadsheet import render_xlsx
from tests.sessions.house import TestRoom

RIGHT, OTHER = {"choices": ["b"]}, {"choices": ["a"]}
JUMPS = (-24, -1, 0, 1, 24)
"""Hours."""


@pytest.fixture
def room(database) -> TestRoom:
    return TestRoom(database)


class Jumping:
    """Gives commands and answers, each after a few seconds and a jump of the clock, and looks at every surface in between."""

    def __init__(self, room: TestRoom, seed: int) -> None:
        self.room, self.random = room, Random(seed)
        self.people = [room.join(name) for name in ("Inès", "Tom", "Lila")]

    def jump(self) -> None:
        self.room.wait(hours=self.random.choice(JUMPS), seconds=self.random.uniform(1, 20))

    def command(self, name: str, **more) -> None:
        self.jump()
        self.room.command(name, **more)
        self.look()

    def answer(self, raw, part: int = 0) -> None:
        for person in self.people:
            self.jump()
            self.room.answer(person, raw, part=part)
        self.look()

    def look(self) -> None:
        self.jump()
        showing = self.room.room.showing
        desk = showing.desk(self.room.live_id)
        screen = showing.screen(self.room.live_id)
        assert desk.minutes_spent is None or desk.minutes_spent >= 0
        assert desk.elapsed_s is None or desk.elapsed_s >= 0
        for remaining in (screen.remaining_s, showing.phone(self.room.live_id, self.people[0].id).remaining_s):
            assert remaining is None or remaining >= 0

    def report(self):
        with self.room.room.store.read() as reads:
            live = self.room.live
            return material_of(reads, live, reads.lives.head(live.id), About(), {}, self.room.at)


@pytest.mark.parametrize("seed", range(6))
def test_a_whole_workshop_is_played_and_reported_whatever_the_clock_does(room, seed):
    jumping = Jumping(room, seed)
    jumping.command("next")
    jumping.command("open")
    jumping.answer(RIGHT)
    jumping.command("pause")
    jumping.command("resume")
    jumping.answer(OTHER)
    jumping.command("close")
    jumping.command("reopen")
    jumping.answer(RIGHT)
    jumping.command("reveal")
    jumping.command("second_round")
    jumping.answer(OTHER)
    jumping.command("next")
    jumping.command("next")
    jumping.command("open")
    jumping.answer(RIGHT)
    jumping.command("end")

    given = jumping.report()
    rounds = {step.id: [run.round for run in room.live.runs_of(step.id)] for step in room.live.plan.steps}
    assert rounds == {"question": [1, 2], "lecture": [1], "bloc": [1], "chrono": []}
    counted = {(run.step_id, run.round): [len(part.answers) for part in run.parts] for run in given.runs}
    assert counted == {("question", 1): [3], ("question", 2): [3], ("lecture", 1): [0], ("bloc", 1): [3, 0]}
    report = build(given)
    assert report.attendance.duration_s >= 0
    assert report.card.start <= report.card.end
    assert [(row.received, row.expected) for row in report.participation] == [(3, 3)] * 3
    assert render_pdf(report).startswith(b"%PDF")
    assert len(openpyxl.load_workbook(BytesIO(render_xlsx(report, given))).sheetnames) == 4


@pytest.mark.parametrize("hours", [-24, -1, 1, 24])
def test_a_timer_that_waits_out_a_pause_has_lost_nothing_when_the_clock_jumped_meanwhile(room, hours):
    person = room.join("Inès")
    room.command("next")
    room.command("open")
    room.command("start_timer", seconds=60)
    room.wait(seconds=20)
    room.command("pause")
    room.wait(hours=hours, seconds=30)
    room.command("resume")

    assert room.room.showing.phone(room.live_id, person.id).remaining_s == 40
    room.answer(person, RIGHT)
    assert len(room.gathered()[0].answers) == 1


def test_a_timed_activity_that_a_jump_forth_has_ended_goes_on_with_one_gesture(room):
    ines, tom = room.join("Inès"), room.join("Tom")
    room.command("next")
    room.command("open")
    room.command("start_timer", seconds=60)
    room.answer(ines, RIGHT)
    room.wait(hours=1)
    with pytest.raises(TooLate):
        room.answer(tom, RIGHT)
    room.command("extend_timer", seconds=60)
    room.answer(tom, RIGHT)

    assert room.room.showing.phone(room.live_id, tom.id).remaining_s == 60
    assert len(room.gathered()[0].answers) == 2, "and what was stored before is still there"


def test_after_a_jump_back_a_closed_question_takes_no_answer_once_it_is_revealed(room):
    ines, tom = room.join("Inès"), room.join("Tom")
    room.command("next")
    room.command("open")
    room.answer(ines, RIGHT)
    room.command("close")
    room.wait(hours=-1)
    room.command("reveal")

    with pytest.raises(TooLate):
        room.answer(tom, RIGHT)
    assert list(room.gathered()[0].answers) == [ines.id]
