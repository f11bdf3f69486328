"""What a desk asks: by two counsellors at once, out of turn, with nonsense; and what it does to texts, people and hands."""

import pytest

from sessions.domain.refusals import NotNow, Refusal, Stale
from sessions.domain.states import LiveState, RunState
from sessions.services.ports import Reach
from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Step, Workshop


@pytest.fixture
def writing(database) -> TestRoom:
    """A room where texts need approval, followed by ideas to group and to vote on."""
    steps = (
        Step(id="ecrire", title="Écrire", minutes=5, parts=(part_of("text", approval=True),)),
        step_of("brainstorm", "idees"),
    )
    return TestRoom(database, Workshop(id="ecriture", title="Écriture", minutes=10, steps=steps))


def test_two_counsellors_never_overwrite_each_other(room):
    seen_by_both = room.live.version
    room.room.desk_commands.command(room.live_id, {"name": "next", "expected_version": seen_by_both})

    with pytest.raises(Stale):
        room.room.desk_commands.command(room.live_id, {"name": "next", "expected_version": seen_by_both})
    assert room.live.position == 0


def test_what_names_its_person_is_done_though_the_desk_has_not_been_redrawn_since_its_last_command(room):
    ines = room.join("Inès")
    seen = room.live.version
    room.command("next")
    for _touch in range(2):
        room.room.desk_commands.command(room.live_id, {"name": "lift_timer_for", "participant": ines.id, "lifted": True, "expected_version": seen})

    [person] = room.room.showing.desk(room.live_id).people
    assert person.untimed
    for of_the_step in ({"name": "deal_again"}, {"name": "move", "participant": ines.id, "to": "1"}):
        with pytest.raises(Stale):
            room.room.desk_commands.command(room.live_id, of_the_step | {"expected_version": seen})


def test_a_command_out_of_turn_is_refused_in_words(room):
    with pytest.raises(NotNow):
        room.command("reveal")


@pytest.mark.parametrize(
    "wish",
    [None, [], "next", {}, {"name": "destroy"}, {"name": "next"}, {"name": "next", "expected_version": "many"}, {"name": "remove", "expected_version": 1},
     {"name": "rename", "expected_version": 1, "participant": "x", "alias": "y"},
     {"name": "lift_timer_for", "expected_version": 1, "participant": 1}, {"name": "lift_timer_for", "expected_version": 1, "participant": 1, "lifted": "peut-être"},
     {"name": "approve", "expected_version": 1, "run": "none", "text": "x"},
     {"name": "extend_timer", "expected_version": 1, "seconds": 10**9}],
)  # fmt: skip
def test_nonsense_changes_nothing(room, wish):
    with pytest.raises(Refusal):
        room.room.desk_commands.command(room.live_id, wish)
    assert (room.live.version, room.live.state) == (1, LiveState.LOBBY)
    assert room.told.changes == []


def test_a_change_is_told_to_the_whole_room_after_it_is_stored(room):
    room.command("next")

    assert [(change.live_id, change.reach) for change in room.told.changes] == [(room.live_id, Reach.ROOM)]


def test_everything_can_be_undone(room):
    room.command("next")
    room.command("open")
    room.command("reveal")
    room.command("conceal")
    room.command("reopen")
    assert room.live.current.state is RunState.OPEN
    room.command("next")
    room.command("back")
    assert room.live.current.state is RunState.CLOSED
    room.command("end")
    room.command("reopen_live")
    assert room.live.state is LiveState.RUNNING


def test_a_question_made_up_in_the_room_is_played_at_once(room):
    room.command("next")
    room.command("improvise", prompt="On fait une pause ?", options=["oui", "non", ""])

    assert room.live.step.improvised
    assert room.live.current.state is RunState.OPEN
    assert room.live.step.parts[0].spec.prompt.startswith("On fait une pause")
    room.command("next")
    assert room.live.step.id == "lecture"


@pytest.mark.parametrize("question", [{"prompt": ""}, {"prompt": "x" * 500, "options": []}, {"prompt": "Quoi ?", "options": ["a"] * 20}])
def test_a_question_that_cannot_be_asked_is_refused(room, question):
    with pytest.raises(Refusal):
        room.command("improvise", **question)
    assert len(room.live.plan.steps) == 4


def test_a_text_waits_for_approval_before_the_screen_shows_it(writing):
    ines = writing.join("Inès")
    writing.command("next")
    writing.command("open")
    writing.answer(ines, {"text": "Bonjour, je cherche un stage."})
    [waiting] = writing.room.showing.desk(writing.live_id).texts
    assert waiting.is_waiting
    writing.command("reveal")
    assert "stage" not in str(writing.room.showing.screen(writing.live_id).story)

    writing.command("approve", run=writing.run, text=waiting.text)
    assert "stage" in str(writing.room.showing.screen(writing.live_id).story)

    writing.command("hide", run=writing.run, text=waiting.text)
    assert "stage" not in str(writing.room.showing.screen(writing.live_id).story)


def test_approving_makes_no_new_version_so_two_counsellors_can_read_texts_together(writing):
    ines = writing.join("Inès")
    writing.command("next")
    writing.command("open")
    writing.answer(ines, {"text": "Bonjour, je cherche un stage."})
    version = writing.live.version
    writing.command("approve", run=writing.run, text="Bonjour, je cherche un stage.")

    assert writing.live.version == version


def test_ideas_are_grouped_then_voted_on(writing):
    ines, karim = writing.join("Inès"), writing.join("Karim")
    writing.command("go_to", step="idees")
    writing.command("open")
    writing.answer(ines, {"ideas": ["le garage", "la mairie"]})
    writing.answer(karim, {"ideas": ["Le garage !"]})
    writing.command("close")
    panel = writing.room.showing.desk(writing.live_id).panels[0]
    assert panel.summary is not None

    writing.command("arrange", run=writing.run, groups={"le garage": "Près d’ici"})
    assert "Près d’ici" in str(writing.room.showing.desk(writing.live_id).previews)

    writing.command("follow_up")
    assert writing.live.step.improvised
    assert writing.live.current.state is RunState.OPEN
    assert writing.room.showing.phone(writing.live_id, ines.id).item.public["vote_on"]


def test_raised_hands_are_counted_and_counted_again(room):
    room.command("next")
    room.command("open")
    room.command("count_hands", run=room.run, counts={"a": "2", "b": 5, "c": ""})
    room.command("count_hands", run=room.run, counts={"a": 1})

    assert room.room.showing.desk(room.live_id).progress.hands == 6
    [figure] = room.room.showing.desk(room.live_id).previews[0].story.figures
    assert [bar.count for bar in figure.bars] == [1, 5, 0]


@pytest.mark.parametrize("counts", [{"z": 1}, {"a": -1}, {"a": 501}, {"a": "beaucoup"}, []])
def test_impossible_numbers_of_hands_are_refused(room, counts):
    room.command("next")
    room.command("open")

    with pytest.raises(Refusal):
        room.command("count_hands", run=room.run, counts=counts)


def test_the_counsellor_answers_for_somebody_without_a_phone(room):
    room.command("add_participant", alias="Karim")
    [karim] = room.room.showing.desk(room.live_id).people
    room.command("next")
    room.command("open")
    room.command("answer_for", run=room.run, participant=karim.id, answer={"choices": ["b"]})

    assert room.room.showing.desk(room.live_id).progress.answered == 1


def test_a_participant_is_renamed_but_not_to_an_insult_nor_to_anothers_name(room):
    ines = room.join("Inès")
    room.join("Karim")
    room.command("rename", participant=ines.id, alias="Léa")
    assert room.room.showing.desk(room.live_id).people[0].alias == "Léa"

    for alias in ("connard", "karim", ""):
        with pytest.raises(Refusal):
            room.command("rename", participant=ines.id, alias=alias)


def test_a_lost_person_is_seen_by_the_desk_alone_and_for_this_step_alone(room):
    ines = room.join("Inès")
    room.command("next")
    room.command("open")
    room.room.answering.signal(room.live_id, ines.id, "lost", raised=True)
    assert room.room.showing.desk(room.live_id).lost == ((ines.id, "Inès"),)
    assert "Inès" not in str(room.room.showing.screen(room.live_id))

    room.command("next")
    assert room.room.showing.desk(room.live_id).lost == ()
