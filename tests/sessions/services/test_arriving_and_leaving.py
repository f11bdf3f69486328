"""What was asked on arriving and is asked again on leaving stands side by side, on the screen and on the desk."""

import pytest

from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Part, Step, Workshop


def asked_twice(first: Part, last: Part) -> Workshop:
    steps = [Step(id=name, title=name.capitalize(), minutes=2, parts=(part,)) for name, part in (("arrivee", first), ("depart", last))]
    return Workshop(id="journee", title="La journée", minutes=9, steps=(steps[0], step_of("choice"), steps[1]))


def weather(moment: str, prompt: str = "Ta météo ?") -> Part:
    return Part(type="mood", moment=moment, specification={"prompt": prompt})


def feeling(moment: str, steps: int) -> Part:
    return Part(type="scale", moment=moment, goal="AP1", specification={"prompt": "Je me sens capable d’appeler.", "steps": steps})


def played(database, workshop: Workshop, first: dict, last: dict, name: str) -> TestRoom:
    """Everybody answers one thing on arriving and another on leaving; the result of leaving is on the screen."""
    room = TestRoom(database, workshop)
    people = [room.join(alias) for alias in ("Ana", "Ben", "Cyd")]
    for command in ("next", "open"):
        room.command(command)
    for person in people:
        room.answer(person, {name: first[name]} if first else None)
    room.command("reveal")
    for command in ("next", "skip", "open"):
        room.command(command)
    for person in people:
        room.answer(person, {name: last[name]})
    room.command("reveal")
    return room


def story_on_screen(room: TestRoom):
    return room.room.showing.screen(room.live_id).story


def test_the_weather_on_leaving_is_told_beside_the_weather_on_arriving(database):
    room = played(database, asked_twice(weather("before", "Ta météo en arrivant ?"), weather("after", "Ta météo en partant ?")), {"weather": "rain"}, {"weather": "sun"}, "weather")
    story = story_on_screen(room)
    (figure,) = story.figures

    assert story.sentence == "Au début, tout le monde est sous la pluie. À la fin, tout le monde est au soleil."
    assert [(bar.before, bar.count) for bar in figure.bars if bar.before or bar.count] == [(0, 3), (3, 0)]
    assert (figure.times.before, figure.times.now) == ("au début", "à la fin")
    assert room.room.showing.desk(room.live_id).previews[0].story == story


def test_a_statement_stands_beside_itself_only_on_the_same_steps(database):
    same = story_on_screen(played(database, asked_twice(feeling("before", 4), feeling("after", 4)), {"value": 2}, {"value": 4}, "value"))
    other = story_on_screen(played(database, asked_twice(feeling("before", 3), feeling("after", 4)), {"value": 2}, {"value": 4}, "value"))

    assert same.sentence.startswith("Au début, tout le monde répond")
    assert other.sentence.startswith("Tout le monde répond")
    assert all(bar.before is None for bar in other.figures[0].bars)


@pytest.mark.parametrize(("first", "last"), [(weather("before"), part_of("mood")), (part_of("mood"), weather("after")), (weather("after"), weather("after"))])
def test_what_is_not_said_to_be_before_and_after_is_told_alone(database, first, last):
    assert "Au début" not in story_on_screen(played(database, asked_twice(first, last), {"weather": "rain"}, {"weather": "sun"}, "weather")).sentence


def test_where_everybody_passed_on_arriving_the_leaving_is_told_alone(database):
    story = story_on_screen(played(database, asked_twice(weather("before"), weather("after")), {}, {"weather": "sun"}, "weather"))

    assert story.sentence == "Tout le monde est au soleil."


def test_in_a_second_round_the_first_round_stands_beside_and_not_the_arrival(database):
    room = played(database, asked_twice(weather("before"), weather("after")), {"weather": "rain"}, {"weather": "sun"}, "weather")
    room.command("second_round")
    room.command("reveal")

    assert story_on_screen(room).figures[0].times.before == "1er tour"
