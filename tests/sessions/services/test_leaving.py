"""What a page leaves to everybody: its link is in the notebook of who was there, and of who came while it was open."""

import pytest

from sessions.domain.notebook import chapters_of
from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Part, Step, Workshop

LINK = {"label": "La Bonne Boîte", "url": "https://labonneboite.exemple.fr/"}
PAGE = Part(type="slide", specification={"prompt": "Un site utile", "points": ["On y va."], "link": LINK})


def workshop():
    page = Step(id="page", title="La page", minutes=2, parts=(PAGE,))
    block = Step(id="bloc", title="Le bloc", minutes=5, parts=(part_of("choice"), PAGE))
    return Workshop(id="liens", title="Liens", minutes=20, steps=(step_of("choice"), page, step_of("choice", "apres"), block))


@pytest.fixture
def room(database) -> TestRoom:
    room = TestRoom(database, workshop())
    room.ines = room.join("Inès")
    room.command("next")
    return room


def links(room, person):
    book = room.room.owning.written_by(person.id)
    return [one.keepsake.link for chapter in chapters_of(room.room.owning.pages(book.id)) for page in chapter.pages for one in page.kept] if book else []


def test_the_link_is_in_the_notebook_once_the_page_was_shown_and_not_before(room):
    assert links(room, room.ines) == []
    room.command("next")

    assert links(room, room.ines) == [LINK["url"]]
    assert room.room.showing.phone(room.live_id, room.ines.id).item.leaves


def test_it_stands_under_its_own_heading_and_there_is_nothing_to_correct(room):
    room.command("next")
    [chapter] = chapters_of(room.room.owning.pages(room.room.owning.written_by(room.ines.id).id))

    assert (chapter.label, chapter.pages[0].can_be_corrected) == ("Mes liens", False)
    assert chapter.pages[0].kept[0].keepsake.title == "La Bonne Boîte"


def test_who_comes_while_the_page_is_shown_has_it_too_and_who_comes_later_has_not(room):
    room.command("next")
    late = room.join("Zoé")
    room.command("next")
    later = room.join("Paul")

    assert (links(room, late), links(room, later)) == ([LINK["url"]], [])


def test_what_its_owner_took_out_does_not_come_back_with_the_next_point(room):
    room.command("next")
    book = room.room.owning.written_by(room.ines.id)
    [page] = room.room.owning.pages(book.id)
    room.room.owning.take_out(book.id, page.id)
    room.command("show_more")

    assert links(room, room.ines) == []


def test_a_page_within_a_block_leaves_its_link_as_well(room):
    room.command("go_to", step="bloc")
    room.command("open")

    assert links(room, room.ines) == [LINK["url"]]
    assert [room.room.showing.phone(room.live_id, room.ines.id, place).item.leaves for place in (0, 1)] == [False, True]


def test_who_has_no_phone_and_a_rehearsal_get_nothing(room, database):
    room.command("add_participant", alias="Sami")
    rehearsal = TestRoom(database, workshop())
    rehearsal.code = rehearsal.room.starting.start(workshop(), is_rehearsal=True)
    rehearsal.live_id = rehearsal.room.joining.find(rehearsal.code).id
    someone = rehearsal.join("Inès")
    for one in (room, rehearsal):
        one.command("go_to", step="page")
    sami = next(person for person in room.room.showing.desk(room.live_id).people if person.alias == "Sami")

    assert (links(room, sami), links(rehearsal, someone), links(room, room.ines)) == ([], [], [LINK["url"]])


def test_a_page_without_a_link_begins_no_notebook(database):
    room = TestRoom(database, Workshop(id="sans", title="Sans lien", minutes=5, steps=(
        Step(id="page", title="La page", minutes=2, parts=(Part(type="slide", specification={"prompt": "Une idée", "text": "Une phrase."}),)),
    )))  # fmt: skip
    ines = room.join("Inès")
    room.command("next")

    assert room.room.owning.written_by(ines.id) is None
    room.command("end")
    assert not room.room.showing.phone(room.live_id, ines.id).keeps
