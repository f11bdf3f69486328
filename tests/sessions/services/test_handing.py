"""What people see in each other arrives with the reveal: on one phone, in one notebook, and nowhere else."""

import pytest

from tests.sessions.house import TestRoom
from tests.sessions.plans import step_of
from workshop.plans.model import Workshop

MINE = {"picked": ["equipe"], "proofs": {"equipe.action": "j’ai aidé au stage"}}
SEEN = {**MINE, "seen": "oser"}
ARRIVED = "Vu par quelqu’un du groupe\u00a0: Oser essayer"


def begun(database, *, is_rehearsal=False) -> TestRoom:
    workshop = Workshop(id="forces", title="Mes forces", minutes=20, steps=(step_of("strengths"),))
    room = TestRoom(database, workshop)
    if is_rehearsal:
        room.code = room.room.starting.start(workshop, is_rehearsal=True)
        room.live_id = room.room.joining.find(room.code).id
    room.ines, room.karim = room.join("Inès"), room.join("Karim")
    room.command("next")
    room.command("open")
    return room


@pytest.fixture
def room(database) -> TestRoom:
    """Inès and Karim, with strengths open."""
    return begun(database)


def reveal(room):
    room.command("close")
    room.command("reveal")


def received(room, person, **how):
    outcomes = room.room.showing.phone(room.live_id, person.id, **how).outcomes
    return [one.title for outcome in outcomes for one in outcome.received]


def kept(room, person):
    book = room.room.owning.written_by(person.id)
    pages = room.room.owning.pages(book.id) if book else []
    return [keepsake["title"] for page in pages for keepsake in page.keepsakes]


def test_each_phone_asks_about_somebody_else(room):
    names = [room.room.showing.phone(room.live_id, person.id).item.public["seat"]["mate"] for person in (room.ines, room.karim)]

    assert names == ["Karim", "Inès"]


def test_a_word_arrives_with_the_reveal_and_not_before(room):
    room.answer(room.ines, SEEN)
    room.answer(room.karim, MINE)
    assert received(room, room.karim) == []
    assert ARRIVED not in kept(room, room.karim)
    reveal(room)

    assert received(room, room.karim) == [ARRIVED]
    assert kept(room, room.karim) == ["Travailler en équipe", ARRIVED]
    assert (received(room, room.ines), kept(room, room.ines)) == ([], ["Travailler en équipe"])


def test_who_answers_in_her_place_does_not_see_what_she_received(room):
    room.answer(room.ines, SEEN)
    reveal(room)

    assert received(room, room.karim) == [ARRIVED]
    assert received(room, room.karim, for_another=True) == []


def test_who_passed_receives_it_on_the_phone_alone(room):
    room.answer(room.ines, SEEN)
    room.answer(room.karim, None)
    reveal(room)

    assert received(room, room.karim) == [ARRIVED]
    assert kept(room, room.karim) == []


def test_what_was_received_stays_where_one_s_own_is_corrected_and_comes_once_though_it_is_revealed_twice(room):
    room.answer(room.ines, SEEN)
    room.answer(room.karim, MINE)
    reveal(room)
    book = room.room.owning.written_by(room.karim.id)
    [page] = room.room.owning.pages(book.id)
    room.room.owning.correct(book.id, page.id, {"picked": ["calme"]})
    assert kept(room, room.karim) == ["Rester calme", ARRIVED]

    room.command("conceal")
    room.command("reveal")
    assert kept(room, room.karim) == ["Rester calme", ARRIVED]


def test_a_word_is_no_longer_lost_when_whom_it_is_for_has_another_mate(room):
    room.answer(room.ines, SEEN)
    room.join("Léa")
    room.answer(room.karim, MINE)
    reveal(room)

    assert received(room, room.karim) == [ARRIVED]


def test_who_comes_late_never_receives_what_was_said_to_somebody_else(room):
    room.answer(room.ines, SEEN)
    room.answer(room.karim, SEEN)
    lea = room.join("Léa")
    for person in (room.ines, room.karim):
        room.answer(person, {**SEEN, "proofs": {"equipe.action": "j’ai corrigé un mot"}})
    reveal(room)

    assert [received(room, person) for person in (room.ines, room.karim, lea)] == [[ARRIVED], [ARRIVED], []]


def test_nothing_of_a_rehearsal_is_kept(database):
    room = begun(database, is_rehearsal=True)
    room.answer(room.ines, SEEN)
    room.answer(room.karim, MINE)
    reveal(room)

    assert received(room, room.karim) == [ARRIVED]
    assert kept(room, room.karim) == []
