"""In the room: the goal is known beforehand, each phone says whose team one is in, and the counsellor decides on the spot whether teams play."""

import pytest

from sessions.domain.refusals import NotNow
from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Step, Workshop

STEPS = (step_of("teams"), step_of("choice", by_team="goal"), step_of("choice", "ensuite"), step_of("poll"))


@pytest.fixture
def room(database) -> TestRoom:
    """Six people in two teams, with the question for teams open."""
    room = TestRoom(database, Workshop(id="equipes", title="Équipes", minutes=20, steps=STEPS))
    room.people = [room.join(name) for name in ("Inès", "Karim", "Léa", "Paul", "Rosa", "Sami")]
    room.command("next")
    room.command("next")
    room.command("open")
    return room


def phone(room, person):
    return room.room.showing.phone(room.live_id, person.id)


def desk(room):
    return room.room.showing.desk(room.live_id)


def screen(room):
    return room.room.showing.screen(room.live_id)


def ways(room):
    return [how for how, _ in desk(room).team_ways]


def test_what_the_room_plays_for_is_told_while_it_plays(room):
    aim = "Notre but ensemble\u00a0: 70\u202f% de réussite."

    assert [view.aim for view in (screen(room), desk(room), phone(room, room.people[0]))] == [aim] * 3


def test_each_phone_says_in_which_team_one_plays_and_the_view_for_all_says_no_team(room):
    teams = [phone(room, person).team for person in room.people]

    assert all(person.id in team.members for person, team in zip(room.people, teams, strict=True))
    assert room.room.showing.phones(room.live_id).team is None
    assert room.room.showing.phones(room.live_id).is_personal


def test_who_comes_while_teams_play_or_came_since_they_were_made_is_in_one(room):
    late = room.join("Zoé")
    assert phone(room, late).team is not None
    assert late.id in [who for change in room.told.changes for who in change.redrawn]

    room.command("next")
    later = room.join("Tom")
    room.command("back")
    room.command("reopen")
    assert {person.place for person in desk(room).people} == {"Étoile", "Lune"}
    assert phone(room, later).team is not None


def test_who_comes_late_to_activities_that_teams_play_and_where_something_is_dealt_has_both_a_team_and_what_is_dealt(database):
    block = Step(id="bloc", title="En équipe", minutes=5, parts=(part_of("choice"), part_of("budget")), by_team="goal")
    room = TestRoom(database, Workshop(id="equipes", title="Équipes", minutes=20, steps=(step_of("teams"), block)))
    for name in ("Inès", "Karim"):
        room.join(name)
    for command in ("next", "next", "open"):
        room.command(command)
    late = room.join("Zoé")

    view = room.room.showing.phone(room.live_id, late.id, 1)
    assert view.team is not None
    assert len(view.item.public["seat"]["surprises"]) == 1


def test_whose_phone_is_away_for_long_still_counts_for_the_team(room):
    mine = phone(room, room.people[0]).team
    room.answer(room.people[0], {"choices": ["b"]})
    room.room.answering.left(room.live_id, room.people[0].id)
    room.wait(minutes=20)
    room.join("Zoé")

    assert phone(room, room.people[0]).team.name == mine.name


def test_where_no_team_was_made_nothing_is_said_of_teams(database):
    room = TestRoom(database, Workshop(id="sans", title="Sans équipe", minutes=20, steps=STEPS[1:]))
    ines = room.join("Inès")
    room.command("next")
    room.command("open")

    assert (screen(room).aim, phone(room, ines).aim, ways(room)) == ("", "", [])


def test_the_counsellor_has_any_graded_question_played_by_team_and_takes_it_back(room):
    room.command("next")
    room.command("open")
    for person in room.people:
        room.answer(person, {"choices": ["b"]})
    assert ways(room) == ["goal", "ranking"]
    room.command("play_by_team", how="ranking")
    room.command("reveal")

    assert ways(room) == ["goal", "none"]
    assert screen(room).by_team.sentence.startswith("À égalité en tête")
    room.command("play_by_team")
    assert screen(room).by_team.sentence.startswith("Ensemble")
    room.command("play_by_team", how="none")
    assert screen(room).by_team is None


def test_a_question_without_a_right_answer_is_not_played_by_team(room):
    for _ in range(2):
        room.command("next")

    assert ways(room) == []
    with pytest.raises(NotNow):
        room.command("play_by_team")


def test_the_plan_of_the_next_sessions_stays_as_its_author_wrote_it(room):
    room.command("play_by_team", how="none")

    assert (room.live.step.by_team, STEPS[1].by_team) == (None, "goal")
