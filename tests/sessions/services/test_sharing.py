"""What the room shares while a step is open: on phones and screen, without what may not be shown, and only where a type shares."""

import pytest
from sqlalchemy import event

from sessions.domain.refusals import Refusal
from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.exercises.questions.joining import key
from workshop.plans.model import Step, Workshop

PAY, PERMIT = "Combien on gagne\u202f?", "Il faut le permis\u202f?"
STEPS = (
    Step(id="libre", title="Vos questions", minutes=5, parts=(part_of("questions"),)),
    Step(id="relu", title="Vos questions", minutes=5, parts=(part_of("questions", approval=True),)),
    Step(id="bloc", title="Deux parties", minutes=5, parts=(part_of("choice"), part_of("questions"))),
    step_of("choice"),
)


@pytest.fixture
def room(database) -> TestRoom:
    """A room with Inès and Malik in it, the questions open."""
    room = TestRoom(database, Workshop(id="questions", title="Questions", minutes=20, steps=STEPS))
    room.ines, room.malik = room.join("Inès"), room.join("Malik")
    play(room, "libre")
    return room


def play(room, step):
    if room.live.current_run_id is None:
        room.command("next")
    if step != room.live.step.id:
        room.command("go_to", step=step)
    room.command("open")


def on_phone(room, person=None, **more):
    item = room.room.showing.phone(room.live_id, (person or room.malik).id, **more).item
    return seen(item.public["room"])


def on_screen(room):
    return seen(room.room.showing.screen(room.live_id).questions[-1].public["room"])


def pushed(room):
    return {part.place: seen(part.public["room"]) for part in room.room.showing.shared(room.live_id)}


def seen(shared):
    return {asked["text"]: (asked["count"], asked["state"]) for asked in shared["questions"]}


def ask(room, *questions, votes=(), person=None, part=0):
    room.answer(person or room.ines, {"questions": questions, "votes": [key(vote) for vote in votes]}, part=part)


def test_everybody_sees_what_was_asked_on_the_phone_on_the_screen_and_in_what_is_pushed(room):
    ask(room, PAY)
    ask(room, votes=[PAY], person=room.malik)

    expected = {PAY: (2, "open")}
    assert (on_phone(room), on_phone(room, room.ines), on_screen(room), pushed(room)) == (expected, expected, expected, {0: expected})


def test_who_comes_in_sees_it_too(room):
    ask(room, PAY)

    assert room.room.showing.newcomer(room.live_id).is_personal
    assert on_phone(room, room.join("Léo")) == {PAY: (1, "open")}


def test_a_vote_can_be_taken_back(room):
    ask(room, PAY)
    ask(room, PERMIT, votes=[PAY], person=room.malik)
    ask(room, PERMIT, person=room.malik)

    assert on_phone(room) == {PAY: (1, "open"), PERMIT: (1, "open")}


def test_who_passes_takes_all_back(room):
    ask(room, PAY)
    room.answer(room.ines, None)

    assert on_phone(room) == {}


def test_what_waits_for_approval_is_shown_to_nobody_and_not_counted(room):
    play(room, "relu")
    ask(room, PAY, PERMIT)
    assert (on_phone(room), on_phone(room, room.ines), on_screen(room), pushed(room)) == ({}, {}, {}, {0: {}})

    room.command("approve", run=room.run, text=PAY)
    assert on_phone(room) == on_screen(room) == {PAY: (1, "open")}


def test_an_edited_question_waits_again(room):
    play(room, "relu")
    ask(room, PAY)
    room.command("approve", run=room.run, text=PAY)
    ask(room, "Combien on gagne, toi ?")

    assert on_phone(room) == {}


def test_a_hidden_question_disappears_with_its_votes_and_the_vote_harms_nothing(room):
    ask(room, PAY, PERMIT)
    ask(room, votes=[PAY, PERMIT], person=room.malik)
    room.command("hide", run=room.run, text=PAY)
    assert on_phone(room) == on_screen(room) == {PERMIT: (2, "open")}

    ask(room, votes=[PAY, PERMIT], person=room.malik)
    assert on_phone(room) == {PERMIT: (2, "open")}


def test_what_somebody_asked_who_was_taken_out_goes_with_her(room):
    ask(room, PAY)
    room.command("remove", participant=room.ines.id)

    assert on_phone(room) == {}


def test_the_question_that_is_being_answered_is_marked_for_everybody(room):
    ask(room, PAY, PERMIT)
    room.command("arrange", run=room.run, now=key(PERMIT))
    assert on_phone(room) == on_screen(room) == {PERMIT: (1, "now"), PAY: (1, "open")}

    room.command("arrange", run=room.run, was=key(PERMIT), now=key(PAY))
    assert on_screen(room) == {PAY: (1, "now"), PERMIT: (1, "done")}


def test_a_mark_that_is_none_is_refused(room):
    with pytest.raises(Refusal):
        room.command("arrange", run=room.run, now="<script>")


def test_a_counsellor_s_decision_and_mark_reach_the_phones_without_a_new_version(room):
    ask(room, PAY)
    version = room.live.version
    room.command("arrange", run=room.run, now=key(PAY))
    room.command("hide", run=room.run, text=PAY)

    assert room.live.version == version
    assert [change.live_id for change in room.told.changes[-2:]] == [room.live_id] * 2


def test_in_a_block_the_part_that_shares_is_told_and_the_other_knows_nothing_of_it(room):
    play(room, "bloc")
    ask(room, PAY, part=1)

    assert pushed(room) == {1: {PAY: (1, "open")}}
    assert on_phone(room, wanted=1) == {PAY: (1, "open")}
    assert "room" not in room.room.showing.phone(room.live_id, room.malik.id, wanted=0).item.public


def test_closed_questions_stay_on_the_screen_where_they_are_answered_and_move_no_phone(room):
    ask(room, PAY)
    room.command("close")

    assert on_screen(room) == {PAY: (1, "open")}
    assert pushed(room) == {}
    assert room.room.showing.phone(room.live_id, room.malik.id).moment == "closed"


@pytest.mark.parametrize("command", ["pause", "end"])
def test_nothing_is_pushed_while_nobody_can_ask(room, command):
    ask(room, PAY)
    room.command(command)

    assert pushed(room) == {}


def test_no_name_is_in_what_is_shared(room):
    ask(room, PAY)

    told = f"{room.room.showing.shared(room.live_id)}{room.room.showing.screen(room.live_id).questions}"

    assert "Combien on gagne" in told
    assert "Inès" not in told


def test_the_desk_names_nobody_who_has_not_asked_but_those_it_answers_for(room):
    room.command("add_participant", alias="Léo")
    ask(room, PAY)

    assert [person.alias for person in room.room.showing.desk(room.live_id).missing] == ["Léo"]


def statements(engine, act):
    asked = []
    listener = lambda *arguments: asked.append(arguments[2])  # noqa: E731
    event.listen(engine, "before_cursor_execute", listener)
    act()
    event.remove(engine, "before_cursor_execute", listener)
    return asked


def test_a_push_asks_the_database_as_often_for_a_full_room_as_for_an_empty_one(room, engine):
    counts = []
    for number in range(2):
        for place in range(10 * number):
            ask(room, f"Question {place} ?", votes=[PAY], person=room.join())
        counts.append(len(statements(engine, lambda: room.room.showing.shared(room.live_id))))

    assert counts[0] == counts[1] <= 6


def test_only_a_step_that_shares_reads_the_answers_to_draw_a_phone(room, engine):
    play(room, "choice")
    asked = statements(engine, lambda: (room.room.showing.phone(room.live_id, room.malik.id), room.room.showing.shared(room.live_id)))

    assert [one for one in asked if "text_decision" in one or "arrangement" in one] == []
