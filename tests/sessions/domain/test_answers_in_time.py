"""Whether an answer still counts, by the server's clock."""

from datetime import UTC, datetime, timedelta

import pytest

from sessions.domain.live_session import GRACE, StepRun
from sessions.domain.runs import close, open_run, reopen, reveal
from sessions.domain.states import RunState
from sessions.domain.timers import allowed_s, extend_timer, lift_timer, shift_for_pause, start_timer
from tests.sessions.plans import step_of

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def run() -> StepRun:
    run = StepRun("r1", "question")
    open_run(run, step_of("choice"), NOON)
    return run


def test_an_answer_counts_while_the_step_is_open(run):
    assert run.accepts(NOON + timedelta(hours=2))


def test_an_answer_under_way_when_the_step_closes_still_counts(run):
    close(run, NOON)

    assert run.accepts(NOON + GRACE)
    assert not run.accepts(NOON + GRACE + SECOND)


def test_no_answer_counts_once_the_result_is_shown(run):
    reveal(run, step_of("choice"), NOON)

    assert not run.accepts(NOON)


def test_a_reopened_step_takes_answers_again(run):
    reveal(run, step_of("choice"), NOON)
    reopen(run, step_of("choice"), NOON + SECOND)

    assert run.accepts(NOON + timedelta(minutes=5))


def test_a_timer_closes_the_answers_by_itself(run):
    start_timer(run, 30, NOON)

    assert run.accepts(NOON + 30 * SECOND + GRACE)
    assert not run.accepts(NOON + 32 * SECOND)
    assert run.shown_state(NOON + 31 * SECOND) is RunState.CLOSED


def test_a_timer_lifted_for_one_person_is_lifted_for_her_alone(run):
    start_timer(run, 30, NOON)
    late = NOON + 300 * SECOND

    assert run.accepts(late, untimed=True)
    assert run.shown_state(late, untimed=True) is RunState.OPEN
    assert not run.accepts(late)


def test_extending_a_timer_that_is_over_gives_the_whole_extension(run):
    start_timer(run, 30, NOON)
    extend_timer(run, 60, NOON + 100 * SECOND)

    assert run.remaining_s(NOON + 100 * SECOND) == 60


def test_a_lifted_timer_leaves_the_step_open(run):
    start_timer(run, 30, NOON)
    lift_timer(run)

    assert run.accepts(NOON + timedelta(hours=1))


def test_a_pause_does_not_eat_the_timer(run):
    start_timer(run, 30, NOON)
    shift_for_pause(run, NOON + 10 * SECOND, NOON + 310 * SECOND)

    assert run.remaining_s(NOON + 310 * SECOND) == 20


def test_a_run_whose_time_was_over_closed_at_its_deadline(run):
    start_timer(run, 30, NOON)
    close(run, NOON + 500 * SECOND)

    assert run.closed_at == NOON + 30 * SECOND


def test_a_timer_is_longer_where_there_is_more_to_read(run):
    short, long = step_of("slide", timer_s=60), step_of("matching", timer_s=60)

    assert allowed_s(step_of("choice")) is None
    assert allowed_s(long) > 60
    assert allowed_s(long) != allowed_s(short)
    open_run(run, long, NOON)
    assert run.remaining_s(NOON) == allowed_s(long)
