"""A page is shown point by point, with the big button; each phone and the screen show as many, whenever they come."""

import pytest

from sessions.domain.refusals import NotNow
from tests.sessions.house import TestRoom
from workshop.plans.model import Part, Step, Workshop

PAGE = {"prompt": "Le marché caché", "points": ["Parler autour de soi.", "Écrire avant l’annonce."], "takeaway": "Ose."}


def workshop(**more) -> Workshop:
    page, pause = Part(type="slide", specification=PAGE | more), Part(type="pause", specification={"prompt": "On fait une pause.", "minutes": 5})
    steps = (Step(id="page", title="La page", minutes=2, parts=(page,)), Step(id="fin", title="La fin", minutes=5, parts=(pause,)))
    return Workshop(id="essai", title="Essai", minutes=10, steps=steps)


@pytest.fixture
def room(database):
    room = TestRoom(database, workshop())
    room.ines = room.join("Inès")
    room.command("next")
    return room


def shown(room) -> tuple[int, int]:
    showing = room.room.showing
    return showing.screen(room.live_id).questions[0].public["shown"], showing.phone(room.live_id, room.ines.id).item.public["shown"]


def test_the_big_button_shows_one_point_after_the_other_and_then_goes_on(room):
    pressed = []
    while room.live.step.id == "page":
        pressed.append((room.room.showing.desk(room.live_id).next.name, shown(room)))
        room.command(pressed[-1][0])

    assert pressed == [("show_more", (0, 0)), ("show_more", (1, 1)), ("next", (2, 2))]


def test_a_point_can_be_taken_back(room):
    room.command("show_more")
    room.command("show_less")

    assert shown(room) == (0, 0)
    assert "show_less" not in [button.name for button in room.room.showing.desk(room.live_id).beside]


@pytest.mark.parametrize(("shown_before", "command"), [(0, "show_less"), (2, "show_more")])
def test_there_are_no_points_beyond_the_first_and_the_last(room, shown_before, command):
    for _ in range(shown_before):
        room.command("show_more")
    with pytest.raises(NotNow):
        room.command(command)

    assert shown(room) == (shown_before, shown_before)


def test_who_comes_back_to_a_page_finds_it_as_it_was_left(room):
    room.command("show_more")
    room.command("next")
    room.command("back")

    assert shown(room) == (1, 1)


def test_points_that_the_author_wants_at_once_are_there_at_once(database):
    room = TestRoom(database, workshop(one_by_one=False))
    room.command("next")

    assert room.room.showing.desk(room.live_id).next.name == "next"
    assert "shown" not in room.room.showing.screen(room.live_id).questions[0].public


def test_a_step_without_points_has_no_button_for_them(room):
    room.command("next")

    assert room.room.showing.desk(room.live_id).next.name == "end"
    with pytest.raises(NotNow):
        room.command("show_more")
