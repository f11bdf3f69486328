"""Answers received and expected, activity by activity."""

import pytest

from sessions.reports.building import build

from .rooms import at, chose, material, mood, people, person, question, run, sample, step, under, workshop

QUESTION = question()
PLAN = workshop(step("cdd", QUESTION))


def rows_of(*runs, plan=PLAN, **changes):
    return build(material(plan, *runs, **changes)).participation


def test_answers_passes_and_silences_are_told_apart():
    (row,) = rows_of(run("cdd", chose(QUESTION, "aabp--")))

    assert (row.received, row.passed, row.expected, row.count) == (3, 1, 6, "3\u00a0sur\u00a06")
    assert row.remarks == "1 «\u00a0je passe\u00a0»"


@pytest.mark.parametrize("changes, expected", [
    ({}, 2), ({"joined_at": at(16)}, 1), ({"joined_at": at(14)}, 2), ({"left_at": at(9)}, 1), ({"left_at": at(12)}, 2),
    ({"removed": True}, 1), ({"imagined": True}, 1),
])  # fmt: skip
def test_an_answer_is_expected_of_who_was_there_while_the_activity_was_open(changes, expected):
    (row,) = rows_of(run("cdd", chose(QUESTION, "a")), participants=(person(1), person(2, **changes)))

    assert row.expected == expected


def test_a_person_without_a_phone_is_flagged_and_never_a_missing_answer():
    (row,) = rows_of(run("cdd", chose(QUESTION, "aa", hands={"a": 2, "b": 1})), participants=(*people(2), person(3, without_phone=True)))

    assert (row.received, row.expected, row.without_phone, row.hands) == (2, 2, 1, 3)
    assert row.remarks == "3\u00a0mains levées, 1 sans téléphone"


def test_a_person_without_a_phone_for_whom_somebody_answered_counts_like_everyone():
    (row,) = rows_of(run("cdd", chose(QUESTION, "aa-")), participants=(person(1), person(2, without_phone=True)))

    assert (row.received, row.expected, row.without_phone) == (2, 2, 0)


def test_answers_of_removed_people_do_not_count():
    (row,) = rows_of(run("cdd", chose(QUESTION, "aaa")), participants=(person(1), person(2, removed=True), person(3)))

    assert (row.received, row.expected) == (2, 2)


def test_each_round_has_its_row_and_slides_and_skipped_steps_have_none():
    plan = workshop(step("intro", sample("slide")), step("cdd", QUESTION), step("smic", QUESTION))
    rounds = run("cdd", chose(QUESTION, "ab")), run("cdd", chose(QUESTION, "aa"), round=2)

    rows = rows_of(run("intro"), *rounds, run("smic", state="skipped"), plan=plan)

    assert [row.title for row in rows] == ["Cdd", "Cdd (tour 2)"]


def test_in_a_block_one_answer_to_any_part_is_taking_part():
    weather = mood()
    plan = workshop(step("bloc", QUESTION, weather))

    (row,) = rows_of(run("bloc", chose(QUESTION, "a-p-"), under(weather, ["sun", "rain"])), plan=plan, participants=people(4))

    assert (row.received, row.passed, row.expected) == (2, 1, 4)


def test_nobody_in_the_room_leaves_the_section_out():
    assert rows_of(run("cdd", chose(QUESTION, "")), participants=()) == ()
