"""From the database to the report: what a later change of teams leaves as it was."""

from sessions.reports.building import build
from sessions.reports.filling import About, material_of
from tests.sessions.house import TestRoom
from tests.sessions.plans import step_of
from workshop.plans.model import Workshop


def played_in_teams(database, by_team, right):
    """Return a question that six people in teams have answered, closed and not revealed, and those people; `right` says by place who has it right."""
    steps = (step_of("teams", "equipes"), step_of("choice", "question", by_team=by_team), step_of("teams", "autres"), step_of("choice", "seul"))
    room = TestRoom(database, Workshop(id="equipes", title="En équipe", minutes=20, steps=steps))
    people = [room.join(f"Prénom {number}") for number in range(6)]
    room.command("next")
    room.command("next")
    room.command("open")
    for place, person in enumerate(people):
        room.answer(person, {"choices": ["b" if right(place) else "a"]})
    room.command("close")
    return room, people


def test_each_step_is_told_with_the_teams_in_which_it_was_played(database):
    room, _ = played_in_teams(database, "goal", bool)
    room.command("reveal")
    before = told(room)
    room.wait(minutes=5)
    room.command("next")
    for _ in range(3):
        room.command("deal_again")

    assert told(room) == before
    assert "Ensemble" in before[0].sentence
    assert len(before[0].figures) == 2


def asked_before_teams(database, *more):
    """A question that six people answered before any team was made."""
    steps = (step_of("choice", "question"), step_of("teams", "equipes"), step_of("choice", "ensuite"), *more)
    room = TestRoom(database, Workshop(id="equipes", title="En équipe", minutes=20, steps=steps))
    people = [room.join(f"Prénom {number}") for number in range(6)]
    room.command("next")
    room.command("open")
    for place, person in enumerate(people):
        room.answer(person, {"choices": ["b" if place else "a"]})
    room.command("close")
    room.wait(minutes=5)
    return room


def test_a_question_asked_before_there_were_teams_is_told_with_those_that_the_room_saw(database):
    room = asked_before_teams(database, step_of("teams", "autres"))
    room.command("next")
    room.command("go_to", step="question")
    room.command("play_by_team", how="ranking")
    room.command("reveal")
    seen = room.room.showing.screen(room.live_id).by_team
    room.wait(minutes=5)
    room.command("go_to", step="autres")
    for _ in range(3):
        room.command("deal_again")

    [question] = told(room)
    assert question.sentence.endswith(seen.sentence)
    assert question.figures[-1] == seen.figures[0]


def test_a_question_closed_before_other_teams_were_made_and_revealed_after_is_told_as_the_screen_showed_it(database):
    room, people = played_in_teams(database, "ranking", lambda place: place % 2)
    room.wait(minutes=1)
    room.command("go_to", step="autres")
    by_hand(room, people, two_and_four=people[:2])
    room.wait(minutes=1)
    room.command("go_to", step="question")
    room.command("reveal")

    [question] = told(room)
    assert question.figures[-1] == room.room.showing.screen(room.live_id).by_team.figures[0]


def by_hand(room, people, two_and_four):
    """Put these two into one team and everybody else into the other."""
    first, second = (key for key, _ in room.room.showing.desk(room.live_id).spots[:2])
    for person in people:
        room.command("move", participant=person.id, to=first if person in two_and_four else second)


def test_teams_made_later_change_nothing_of_a_question_that_was_not_played_by_team(database):
    room = asked_before_teams(database)
    before = told(room)
    room.command("next")

    assert told(room) == before


def test_a_question_that_was_left_out_has_no_teams(database):
    steps = (step_of("choice", "question", by_team="goal"), step_of("teams", "equipes"))
    room = TestRoom(database, Workshop(id="equipes", title="En équipe", minutes=20, steps=steps))
    for number in range(4):
        room.join(f"Prénom {number}")
    room.command("next")
    room.command("skip")

    assert told(room) == ()


def told(room):
    with room.room.store.read() as reads:
        return build(material_of(reads, reads.lives.by_id(room.live_id), reads.lives.head(room.live_id), About(), {}, room.at)).knowledge
