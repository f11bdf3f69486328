"""An answer that was acknowledged is stored; nothing is stored twice, late or wrong."""

import threading

import pytest

from sessions.domain.refusals import Refusal, TooLate
from workshop.exercises.contract import AnswerRefused

RIGHT = {"choices": ["b"]}
WRONG = {"choices": ["a"]}


@pytest.fixture
def asked(room):
    """A room with Inès in it, and its question open."""
    room.ines = room.join("Inès")
    room.command("next")
    room.command("open")
    return room


def given(room, run=None):
    return {person: answer and list(answer.choices) for person, answer in room.gathered(run)[0].answers.items()}


def test_an_answer_is_stored_and_told(asked):
    asked.answer(asked.ines, RIGHT)

    assert given(asked) == {asked.ines.id: ["b"]}
    assert asked.told.answered_in == [asked.live_id]


def test_an_answer_sent_twice_counts_once(asked):
    asked.answer(asked.ines, RIGHT, answer_id="same")
    asked.answer(asked.ines, RIGHT, answer_id="same")

    assert given(asked) == {asked.ines.id: ["b"]}


def test_the_last_answer_before_closing_wins(asked):
    asked.answer(asked.ines, WRONG)
    asked.answer(asked.ines, RIGHT)

    assert given(asked) == {asked.ines.id: ["b"]}


def test_an_older_answer_that_is_sent_again_does_not_come_back(asked):
    asked.answer(asked.ines, WRONG, answer_id="first")
    asked.answer(asked.ines, RIGHT, answer_id="second")
    asked.answer(asked.ines, WRONG, answer_id="first")

    assert given(asked) == {asked.ines.id: ["b"]}


def test_a_pass_is_kept_as_a_pass_and_can_still_become_an_answer(asked):
    asked.answer(asked.ines, None)
    assert given(asked) == {asked.ines.id: None}

    asked.answer(asked.ines, RIGHT)
    assert given(asked) == {asked.ines.id: ["b"]}


def test_an_answer_that_does_not_fit_is_refused_and_not_stored(asked):
    with pytest.raises(AnswerRefused, match="ne fait pas partie des choix"):
        asked.answer(asked.ines, {"choices": ["z"]})

    assert given(asked) == {}


@pytest.mark.parametrize("raw", [[], "b", 7, {"choices": "b"}, {"choices": ["b"] * 10_000}, {"choices": [{"a": {"b": {"c": {}}}}]}])
def test_nonsense_is_refused_with_a_sentence(asked, raw):
    with pytest.raises(AnswerRefused) as refused:
        asked.answer(asked.ines, raw)

    assert str(refused.value).endswith((".", "?"))
    assert given(asked) == {}


def test_a_late_answer_is_refused_by_the_servers_clock(asked):
    asked.command("close")
    asked.wait(seconds=5)

    with pytest.raises(TooLate):
        asked.answer(asked.ines, RIGHT)
    assert given(asked) == {}


def test_an_answer_under_way_when_the_step_closed_is_taken(asked):
    asked.command("close")
    asked.wait(seconds=0.5)
    asked.answer(asked.ines, RIGHT)

    assert given(asked) == {asked.ines.id: ["b"]}


def test_no_answer_is_taken_before_the_step_opens(room):
    ines = room.join("Inès")
    room.command("next")

    with pytest.raises(Refusal, match="not_open"):
        room.answer(ines, RIGHT)


def test_an_answer_to_the_step_before_is_not_credited_to_this_one(asked):
    first = asked.run
    asked.command("next")
    asked.command("next")
    asked.command("open")
    asked.wait(minutes=1)

    with pytest.raises(TooLate):
        asked.answer(asked.ines, RIGHT, run=first)
    assert all(not part.answers for part in asked.gathered())


def test_an_answer_to_an_unknown_run_or_part_is_refused(asked):
    for run, part in (("nowhere", 0), (None, 3), (None, -1)):
        with pytest.raises(Refusal):
            asked.answer(asked.ines, RIGHT, run=run, part=part)


def test_a_removed_participant_cannot_answer_and_no_longer_counts(asked):
    asked.answer(asked.ines, RIGHT)
    asked.command("remove", participant=asked.ines.id)

    assert given(asked) == {}
    with pytest.raises(Refusal, match="removed"):
        asked.answer(asked.ines, WRONG)


def test_somebody_of_another_session_cannot_answer_here(asked, database):
    from tests.sessions.house import TestRoom

    stranger = TestRoom(database).join("Karim")

    with pytest.raises(Refusal, match="removed"):
        asked.answer(stranger, RIGHT)


def test_a_second_round_keeps_the_first_rounds_answers(asked):
    first = asked.run
    asked.answer(asked.ines, WRONG)
    asked.command("reveal")
    asked.command("second_round")
    asked.answer(asked.ines, RIGHT)

    assert given(asked, first) == {asked.ines.id: ["a"]}
    assert given(asked) == {asked.ines.id: ["b"]}


def test_who_is_given_time_answers_after_the_timer(asked):
    for _ in range(3):
        asked.command("next")
    asked.command("open")
    karim = asked.join("Karim")
    asked.command("lift_timer_for", participant=asked.ines.id, lifted=True)
    asked.wait(minutes=5)

    asked.answer(asked.ines, RIGHT)
    with pytest.raises(TooLate):
        asked.answer(karim, RIGHT)


def test_forty_simultaneous_answers_are_all_stored(asked):
    people = [asked.join() for _ in range(40)]
    failures = []

    def send(person):
        try:
            asked.answer(person, RIGHT)
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=send, args=(person,)) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert failures == []
    assert set(given(asked)) == {person.id for person in people}
