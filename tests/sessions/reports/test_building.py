"""The report as a whole: what it says of a usual workshop, of an empty one, of a rehearsal."""

import pytest

from sessions.reports.building import build
from sessions.reports.material import PlayedPart
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_types

from .full import played, usual_workshop
from .rooms import chose, material, people, person, question, run, sample, step, workshop

PLAN = usual_workshop()


def test_the_card_says_what_when_where_and_by_whom():
    card = build(played(PLAN)).card

    assert card.when == "jeudi 1er octobre 2026, 9\u202fh\u202f30 à 10\u202fh\u202f45"
    assert (card.kind, card.module, card.theme, card.place) == ("atelier", "M07", "Chercher un emploi", "Salle bleue")
    assert card.who == "Nadia Benali et Paul Morel"
    assert card.steps.not_done == ("S’il reste du temps",)
    assert len(card.steps.done) == len(PLAN.steps) - 1


def test_a_usual_workshop_fills_every_section():
    report = build(played(PLAN))

    assert report.participation and report.gains and report.climate and report.made and report.commitments and report.feedback and report.sources
    assert len(report.commitments) == 14


def test_an_empty_room_has_a_card_an_attendance_and_nothing_else():
    report = build(played(PLAN, 0))

    assert report.attendance.present == 0
    assert not any((report.participation, report.gains, report.missed, report.climate, report.made, report.commitments, report.feedback, report.results))


def test_a_session_ended_before_its_first_step_is_a_report_too():
    report = build(material(PLAN, participants=()))

    assert (report.card.steps.done, report.card.steps.shown) == ((), ())
    assert report.sources == ()


def test_sources_tell_their_dates_and_whether_they_are_overdue():
    (source,) = build(played(PLAN)).sources

    assert source.dates == "valable au 01/01/2026, à revoir le 01/09/2026 (date dépassée)"


def test_imagined_learners_never_count_in_a_real_session():
    part = question()
    room = (*people(2), person(3, imagined=True))

    report = build(material(workshop(step("cdd", part)), run("cdd", chose(part, "aab")), participants=room))

    assert report.attendance.present == 2
    assert report.participation[0].received == 2
    assert report.results[0].answered == 2


def test_a_rehearsal_shows_what_the_report_will_look_like_and_counts_nobody():
    room = tuple(person(number, imagined=True) for number in range(1, 16))

    report = build(played(PLAN, participants=room, is_rehearsal=True))

    assert (report.attendance.present, report.attendance.imilo) == (0, None)
    assert report.attendance.sentence == "Personne n’est compté\u00a0: 15\u00a0jeunes imaginaires."
    assert report.made and report.commitments
    assert report.card.heading.startswith("RÉPÉTITION")


def test_a_commitment_is_told_with_its_alias_in_the_order_of_the_alphabet():
    part = sample("commitment")
    answer = read_answer(part.exercise, part.spec, {"own": ["Appeler le garage"], "when": "cette semaine"})
    room = (person(1, alias="Zoé"), person(2, alias="Élan 10"), person(3, alias="adam"), person(4, alias="élan 9"))

    found = build(material(workshop(step("pas", part)), run("pas", PlayedPart(answers=dict.fromkeys((1, 2, 3, 4), answer))), participants=room)).commitments

    assert [promise.alias for promise in found] == ["adam", "élan 9", "Élan 10", "Zoé"]
    assert "cette semaine" in found[0].text.casefold()


def test_a_commitment_that_was_hidden_is_not_told():
    part = sample("commitment")
    answer = read_answer(part.exercise, part.spec, {"own": ["Une méchanceté"], "when": "cette semaine"})
    hidden = PlayedPart(answers={1: answer}, is_hidden=lambda text: True)

    assert build(material(workshop(step("pas", part)), run("pas", hidden))).commitments == ()


@pytest.mark.parametrize("name", sorted(exercise_types()))
def test_every_type_of_exercise_can_be_reported(name):
    plan = usual_workshop(sample(name))

    report = build(played(plan))
    exercise, steps = exercise_types()[name], report.card.steps

    assert (exercise.label in (*steps.done, *steps.shown)) is (exercise.seconds is None)
    assert report.attendance.present == 15
