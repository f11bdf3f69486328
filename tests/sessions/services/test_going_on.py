"""An answer in several goes: it is stored at each, counts once it is done, and shows nobody else what it shows its owner. And what stays private."""

import pytest

from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Step, Workshop

PROFILE = {"sums": {"R": 9, "I": 1, "A": 2, "S": 3, "E": 4, "C": 5}}


@pytest.fixture
def room(database) -> TestRoom:
    """A room with Inès in it, a story open, then a block with a story, then a private type."""
    block = Step(id="bloc", title="Deux questions", minutes=5, parts=(part_of("scenario"), part_of("choice")))
    steps = (step_of("scenario"), block, step_of("interests"))
    room = TestRoom(database, Workshop(id="histoires", title="Histoires", minutes=20, steps=steps))
    room.ines = room.join("Inès")
    open_step(room, "scenario")
    return room


def open_step(room, step):
    if room.live.current_run_id is None:
        room.command("next")
    if step != room.live.step.id:
        room.command("go_to", step=step)
    room.command("open")


def phone(room, **more):
    return room.room.showing.phone(room.live_id, room.ines.id, **more)


def take(room, path, part=0):
    room.answer(room.ines, {"path": path}, part=part)


def test_who_is_on_the_way_has_not_answered_yet(room):
    take(room, "/bus:a")
    assert room.room.showing.progress(room.live_id)[2].answered == 0
    assert [person.alias for person in room.room.showing.desk(room.live_id).missing] == ["Inès"]

    take(room, "/bus:a/heure:a")
    assert room.room.showing.progress(room.live_id)[2].answered == 1
    assert room.room.showing.desk(room.live_id).missing == ()


def test_a_pass_is_done(room):
    take(room, "/bus:a")
    room.answer(room.ines, None)

    assert room.room.showing.progress(room.live_id)[2].answered == 1


def test_each_go_shows_its_owner_what_comes_next_and_nobody_else(room):
    before = phone(room).item
    take(room, "/bus:c")
    after, shared = phone(room).item, room.room.showing.phones(room.live_id)

    assert (before.goes_on, before.is_done, before.stage) == (True, False, "")
    assert after.is_done
    assert after.stage != before.stage
    assert after.public["ending"]["title"] == "Le stage s’arrête"
    assert shared.is_personal
    assert shared.item.public["ending"] is None


def test_going_back_is_one_more_go(room):
    take(room, "/bus:c")
    take(room, "/")

    assert phone(room).item.public["situation"]["title"] == "Le bus ne passe pas"
    assert room.room.showing.progress(room.live_id)[2].answered == 0


def test_in_a_block_the_phone_stays_with_the_story_until_it_is_done(room):
    open_step(room, "bloc")
    take(room, "/bus:a")
    assert (phone(room).item.place, phone(room).places) == (0, (False, False))

    take(room, "/bus:a/heure:a")
    assert (phone(room).item.place, phone(room).places) == (1, (True, False))
    assert phone(room, wanted=0).item.public["ending"]["title"] == "Tu as sa confiance"


def test_a_story_that_was_cut_short_is_told_and_is_no_mistake(room):
    take(room, "/bus:b")
    room.command("reveal")

    [outcome] = phone(room).outcomes
    assert outcome.grade is None
    assert room.room.showing.screen(room.live_id).story.sentence.startswith("Personne n’est encore arrivé")


def test_what_is_private_is_shown_to_its_owner_and_to_no_counsellor_who_answers_in_her_place(room):
    open_step(room, "interests")
    room.answer(room.ines, PROFILE)

    assert phone(room).item.own.answer.sums == PROFILE["sums"]
    assert phone(room, for_another=True).item.own is None


def test_what_is_not_private_is_there_for_who_answers_in_her_place(room):
    take(room, "/bus:a")

    assert phone(room, for_another=True).item.own.answer.path == "/bus:a"
