"""What the room wrote is paged through with the big button; the desk sees which page is on the beam, and no number leads astray."""

import pytest

from sessions.domain.messages import told
from sessions.domain.refusals import NotNow, Refusal
from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Part, Step, Workshop

LONG = (
    "Je voudrais apprendre à me présenter sans stresser, parce que la dernière fois j’ai perdu mes mots devant le responsable du magasin. "
    "Depuis, je m’entraîne devant la glace, mais ce n’est pas pareil."
)
TEXT = Part(type="text", specification={"prompt": "Que veux-tu apprendre ?"})
PEOPLE = 14


def text(number: int) -> dict[str, str]:
    return {"text": f"{number:02} {LONG}"}


def step(step_id: str, *parts: Part) -> Step:
    return Step(id=step_id, title=step_id.capitalize(), minutes=5, parts=parts)


@pytest.fixture
def room(database) -> TestRoom:
    """Fourteen people have answered the first step with a long text each; it is still open."""
    room = TestRoom(database, Workshop(id="pages", title="Pages", minutes=10, steps=(step("ecrire", TEXT), step_of("choice", "fin"))))
    room.people = [room.join(f"Lilou {number}") for number in range(PEOPLE)]
    for name in ("next", "open"):
        room.command(name)
    for number, person in enumerate(room.people, 1):
        room.answer(person, text(number))
    return room


def desk(room):
    return room.room.showing.desk(room.live_id)


def screen(room):
    return room.room.showing.screen(room.live_id)


def on_screen(room) -> list[int]:
    """The numbers of the texts that the screen shows."""
    return [int(note.text[:2]) for group in screen(room).story.figures[0].groups for note in group.notes]


def press(room) -> str:
    """Press the big button as the desk has drawn it."""
    button = desk(room).next
    room.command(button.name, **button.fields)
    return button.name


def test_the_big_button_goes_through_all_the_texts_and_then_on(room):
    pressed, seen = [press(room)], on_screen(room)
    while desk(room).next.name == "show_page":
        pressed.append(press(room))
        seen += on_screen(room)
    pressed.append(press(room))

    assert pressed == ["reveal", "show_page", "show_page", "show_page", "next"]
    assert seen == list(range(1, PEOPLE + 1))
    assert room.live.step.id == "fin"


def test_the_desk_sees_the_page_that_is_on_the_beam(room):
    assert desk(room).page is None
    room.command("reveal")
    room.command("show_page", page=2)

    page = desk(room).page
    assert (page.number, page.count, page.told) == (2, 4, "Textes 9 à 12 sur 14")
    assert (screen(room).page, screen(room).heading) == (page, "Que veux-tu apprendre ?")
    assert [preview.story for preview in desk(room).previews] == [screen(room).story]


def test_before_the_reveal_the_counsellor_alone_sees_the_whole(room):
    [preview] = desk(room).previews

    assert len(preview.story.figures[0].groups[0].notes) == PEOPLE


def test_a_hidden_text_makes_one_page_less_and_the_screen_stays_on_the_last(room):
    room.command("reveal")
    room.command("show_page", page=3)
    for number in (1, 2):
        room.command("hide", run=room.run, part=0, text=text(number)["text"])

    assert on_screen(room) == [11, 12, 13, 14]
    assert (desk(room).page.number, desk(room).page.count, desk(room).next.name) == (2, 3, "next")

    room.command("approve", run=room.run, part=0, text=text(1)["text"])
    assert on_screen(room) == [14]


def test_a_text_that_comes_later_leaves_those_before_it_where_they_are(room):
    room.command("reveal")
    room.command("hide", run=room.run, part=0, text=text(14)["text"])
    room.command("show_page", page=1)
    before = on_screen(room)
    room.command("approve", run=room.run, part=0, text=text(14)["text"])

    assert on_screen(room) == before == [5, 6, 7, 8]


@pytest.mark.parametrize("nonsense", [-1, 30, 10**12, "deux", 1.5, None, [1], {"page": 1}])
def test_a_page_that_is_no_number_of_a_page_is_refused_in_words(room, nonsense):
    room.command("reveal")
    with pytest.raises(Refusal) as refused:
        room.command("show_page", page=nonsense)

    assert "«\u00a0page\u00a0» ne va pas" in told(refused.value)
    assert screen(room).page.number == 0


def test_a_page_beyond_the_last_shows_the_last(room):
    room.command("reveal")
    room.command("show_page", page=29)

    assert on_screen(room) == [13, 14]
    assert desk(room).next.name == "next"


@pytest.mark.parametrize("commands", [(), ("close",), ("reveal", "conceal"), ("reveal", "pause"), ("next",), ("end",)])
def test_pages_are_turned_only_while_a_result_is_shown(room, commands):
    for name in commands:
        room.command(name)
    with pytest.raises(NotNow):
        room.command("show_page", page=1)


def test_a_result_of_one_page_stays_as_it_is(room):
    for name in ("next", "open", "reveal"):
        room.command(name)
    before = screen(room).story
    room.command("show_page", page=5)

    assert screen(room).story == before
    assert (desk(room).page.count, desk(room).next.name) == (1, "end")


@pytest.mark.parametrize("commands", [("conceal", "reveal"), ("reopen", "reveal")])
def test_a_result_that_is_shown_again_begins_at_its_first_page(room, commands):
    room.command("reveal")
    room.command("show_page", page=2)
    for name in commands:
        room.command(name)

    assert screen(room).page.number == 0


def test_who_comes_back_to_a_step_finds_the_page_that_was_left(room):
    room.command("reveal")
    room.command("show_page", page=2)
    room.command("next")
    room.command("back")

    assert on_screen(room) == [9, 10, 11, 12]


def test_each_result_of_a_block_made_in_the_room_has_its_own_pages(database):
    steps = (step("ecrire", TEXT), step_of("choice", "choisir"), step("encore", TEXT), step_of("choice", "fin"))
    room = TestRoom(database, Workshop(id="pages", title="Pages", minutes=10, steps=steps))
    people = [room.join(f"Lilou {number}") for number in range(PEOPLE)]
    room.command("self_paced", step="encore")
    for number, person in enumerate(people, 1):
        for part, raw in enumerate((text(number), {"choices": ["b"]}, text(number))):
            room.answer(person, raw, part=part)

    pressed = []
    while room.live.step.id != "fin":
        button = desk(room).next
        pressed.append((press(room), button.fields.get("page")))

    pages = [("show_page", 1), ("show_page", 2), ("show_page", 3)]
    assert pressed == [("reveal", None), *pages, ("show_result", None), ("show_result", None), *pages, ("next", None)]


def test_a_block_of_texts_and_questions_tells_the_questions_first(database):
    room = TestRoom(database, Workshop(id="bloc", title="Bloc", minutes=10, steps=(step("deux", part_of("choice"), TEXT),)))
    for name in ("next", "open"):
        room.command(name)
    for number in range(1, PEOPLE + 1):
        person = room.join(f"Lilou {number}")
        room.answer(person, {"choices": ["b"]}, part=0)
        room.answer(person, text(number), part=1)
    room.command("reveal")

    assert [figure.title for figure in screen(room).story.figures] == ["Bonnes réponses"]
    assert screen(room).page.told == "Ensuite\u00a0: 14 textes"
    seen = []
    while desk(room).next.name == "show_page":
        press(room)
        seen += on_screen(room)
    assert seen == list(range(1, PEOPLE + 1))
