"""Who was there, for how long, and what to copy into i-milo."""

import pytest

from sessions.reports.building import build
from sessions.reports.hours import cej_hours

from .rooms import at, chose, material, people, person, question, run, step, workshop

QUESTION = question()
PLAN = workshop(step("cdd", QUESTION), step("smic", QUESTION))


def attendance_of(*participants, **changes):
    runs = (run("cdd", chose(QUESTION, "a")), run("smic", chose(QUESTION, "a"), opened_at=at(40), closed_at=at(45)))
    return build(material(PLAN, *runs, participants=participants, **changes)).attendance


@pytest.mark.parametrize("joined, is_late", [(-15, False), (0, False), (9, False), (10, False), (10.1, True), (40, True)])
def test_ten_minutes_after_the_start_is_still_on_time(joined, is_late):
    assert attendance_of(person(1, joined_at=at(joined))).late == is_late


@pytest.mark.parametrize("left, has_left", [(None, False), (20, True), (39, True), (41, False), (70, False), (90, False)])
def test_leaving_early_is_missing_an_activity_and_not_a_phone_that_goes_dark(left, has_left):
    someone = person(1, left_at=None if left is None else at(left))

    assert attendance_of(someone).left_early == has_left


def test_removed_and_imagined_people_are_not_there():
    found = attendance_of(person(1), person(2, removed=True), person(3, imagined=True), person(4, without_phone=True))

    assert found.present == 2


@pytest.mark.parametrize("enrolled, present, sentence", [
    (8, 6, "6\u00a0présents sur 8\u00a0inscrits."), (None, 6, "6\u00a0présents."), (8, 1, "1\u00a0présent sur 8\u00a0inscrits."), (8, 0, "0\u00a0présent sur 8\u00a0inscrits."),
])  # fmt: skip
def test_attendance_is_one_sentence(enrolled, present, sentence):
    assert attendance_of(*people(present), headcount=enrolled).sentence == sentence


def test_latecomers_and_early_leavers_are_in_the_sentence():
    found = attendance_of(person(1, joined_at=at(20)), person(2, left_at=at(20)), person(3, left_at=at(30)), headcount=None)

    assert found.sentence == "3\u00a0présents, dont 1\u00a0en retard et 2\u00a0partis avant la fin."


def test_real_hours_and_flat_hours_stand_side_by_side():
    found = attendance_of(*people(3))

    assert (found.duration_s, found.cej_hours) == (75 * 60, 4)
    assert found.hours == "Durée réelle\u00a0: 1\u202fh\u202f15. Heures CEJ\u00a0: 4\u202fh par personne présente."


@pytest.mark.parametrize("kind, hours", [("atelier", 4), ("information collective", 3)])
def test_the_flat_hours_are_those_of_the_state_s_own_application(kind, hours):
    assert cej_hours(kind) == hours


def test_the_imilo_block_has_a_status_and_a_comment_for_those_present_and_for_those_absent():
    text = attendance_of(*people(6), headcount=8).imilo.text

    assert text == (
        "Présents\u00a0: statut «\u00a0Réalisé\u00a0».\n"
        "Commentaire\u00a0: Atelier «\u00a0Le marché caché et mon réseau\u00a0», 01/10/2026 de 9\u202fh\u202f30 à 10\u202fh\u202f45, Salle bleue, "
        "animé par Nadia Benali et Paul Morel, Chercher un emploi, 6\u00a0présents.\n"
        "Absents\u00a0: statut «\u00a0Refus jeune\u00a0», commentaire «\u00a0Absent\u00a0»."
    )


@pytest.mark.parametrize("headcount", [None, 6, 4])
def test_where_nobody_is_known_to_be_absent_the_block_says_nothing_of_absents(headcount):
    assert "Absents" not in attendance_of(*people(6), headcount=headcount).imilo.text


def test_a_rehearsal_and_an_empty_room_have_nothing_to_declare():
    assert attendance_of(*people(6), is_rehearsal=True).imilo is None
    assert attendance_of().imilo is None
