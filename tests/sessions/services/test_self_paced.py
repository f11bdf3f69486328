"""Several of the coming steps opened as one block: each person goes on alone, the desk sees where each one is, and nothing is lost."""

import pytest

from sessions.domain.messages import told
from sessions.domain.refusals import NotNow
from sessions.domain.states import RunState
from sessions.reports.building import build
from sessions.reports.filling import About, material_of
from tests.sessions.house import TestRoom
from tests.sessions.plans import part_of, step_of
from workshop.plans.model import Step, Workshop

RIGHT = {"choices": ["b"]}
STEPS = (
    step_of("choice", "accueil"),
    step_of("choice", "question", notes="Relisez la question."),
    step_of("slide", "lecture"),
    Step(id="bloc", title="Deux questions", minutes=5, parts=(part_of("choice"), part_of("scenario"))),
    step_of("draw", "tirage", reveals=False),
    step_of("choice", "fin"),
)


@pytest.fixture
def room(database) -> TestRoom:
    """A room after its first step, with Inès and Karim in it: a question, a page and an authored block are to come, then a draw."""
    room = TestRoom(database, Workshop(id="rythme", title="Rythme", minutes=30, steps=STEPS))
    room.ines, room.karim = room.join("Inès"), room.join("Karim")
    for name in ("next", "open", "close"):
        room.command(name)
    return room


@pytest.fixture
def opened(room) -> TestRoom:
    room.command("self_paced", step="bloc")
    return room


def desk(room):
    return room.room.showing.desk(room.live_id)


def phone(room, person, **more):
    return room.room.showing.phone(room.live_id, person.id, **more)


def finish(room, person):
    """Answer the question, read the page, answer the question of the author's block and take the story to its end."""
    for part, raw in enumerate((RIGHT, None, RIGHT, {"path": "/bus:a/heure:a"})):
        room.answer(person, raw, part=part)


def report(room):
    with room.room.store.read() as reads:
        return build(material_of(reads, reads.lives.by_id(room.live_id), reads.lives.head(room.live_id), About(), {}, room.at))


def test_the_desk_offers_to_go_up_to_each_coming_step_and_says_where_it_must_stop(room):
    view = desk(room)

    assert [(end.step, end.count) for end in view.ends] == [("lecture", 2), ("bloc", 3)]
    assert "Étape tirage" in view.stop


def test_the_block_stands_before_its_steps_and_is_open_at_once(opened):
    live = opened.live

    assert [step.id for step in live.plan.steps] == ["accueil", "ensemble-1", "question", "lecture", "bloc", "tirage", "fin"]
    assert (live.step.id, live.current.state) == ("ensemble-1", RunState.OPEN)
    assert [part.of_step for part in live.step.parts] == ["question", "lecture", "bloc", "bloc"]
    assert "Relisez la question." in desk(opened).notes
    assert (phone(opened, opened.ines).number, phone(opened, opened.ines).count) == (2, 4)


@pytest.mark.parametrize(("step", "why"), [
    ("tirage", "« Étape tirage »"), ("fin", "« Étape tirage »"), ("question", "choisissez une étape plus loin"), ("accueil", "pas à venir"), ("ailleurs", "pas à venir"),
])  # fmt: skip
def test_what_cannot_be_opened_together_is_refused_with_the_step_s_name(room, step, why):
    before = room.live

    with pytest.raises(NotNow) as refused:
        room.command("self_paced", step=step)

    assert why.replace("« ", "«\u00a0").replace(" »", "\u00a0»") in told(refused.value)
    assert (room.live.version, room.live.plan) == (before.version, before.plan)


def test_a_page_is_read_on_the_way_and_the_phone_goes_on_from_where_it_was(opened):
    opened.answer(opened.ines, RIGHT)
    page = phone(opened, opened.ines)
    assert (page.item.place, page.item.is_read, page.places) == (1, True, (True, False, False, False))

    opened.answer(opened.ines, None, part=1)
    assert (phone(opened, opened.ines).item.place, phone(opened, opened.karim).item.place) == (2, 0)


def test_the_desk_sees_where_each_one_is_and_the_screen_how_many_without_a_name(opened):
    finish(opened, opened.ines)
    opened.answer(opened.karim, RIGHT)
    lea = opened.join("Léa")

    lines = {line.id: line for line in desk(opened).people}
    assert lines[opened.ines.id].marks == (True, True, True, True)
    assert lines[opened.ines.id].stage == ""
    assert (lines[opened.karim.id].done, lines[opened.karim.id].of, lines[opened.karim.id].stage) == (1, 4, "Étape lecture")
    assert (lines[lea.id].done, lines[lea.id].stage) == (0, "Étape question")

    screen = opened.room.showing.screen(opened.live_id)
    assert screen.stages == (("Étape question", 1), ("Étape lecture", 1), ("Deux questions", 0))
    assert (screen.answered, screen.expected) == (1, 3)
    assert not any(name in str(screen) for name in ("Inès", "Karim", "Léa"))


def test_a_story_on_the_way_is_not_finished(opened):
    finish(opened, opened.ines)
    opened.answer(opened.ines, {"path": "/bus:a"}, part=3)

    assert desk(opened).progress.at == (1, 0, 1)
    assert phone(opened, opened.ines).item.place == 3


def test_a_pass_counts_as_done_and_is_no_mistake(opened):
    for part in range(4):
        opened.answer(opened.karim, None, part=part)
    opened.command("reveal")

    assert desk(opened).progress.answered == 1
    assert [outcome.grade for outcome in phone(opened, opened.karim).outcomes] == [None, None, None]


def test_the_result_gives_each_one_her_own_and_leaves_the_page_out(opened):
    finish(opened, opened.ines)
    opened.command("reveal")

    outcomes = phone(opened, opened.ines).outcomes
    assert [outcome.exercise for outcome in outcomes] == ["choice", "choice", "scenario"]
    assert outcomes[0].grade.is_right


def test_the_big_button_shows_one_activity_s_result_after_the_other(opened):
    finish(opened, opened.ines)
    opened.command("reveal")
    assert opened.room.showing.screen(opened.live_id).heading == STEPS[1].parts[0].spec.prompt
    assert [shown for _, shown in desk(opened).results] == [True, False]

    assert desk(opened).next.name == "show_result"
    opened.command("show_result")
    assert opened.room.showing.screen(opened.live_id).heading == "Deux questions"
    assert desk(opened).next.name == "next"

    opened.command("show_result", result=0)
    assert opened.room.showing.screen(opened.live_id).heading == STEPS[1].parts[0].spec.prompt
    with pytest.raises(NotNow):
        opened.command("show_result", result=2)


def test_before_the_reveal_the_counsellor_alone_sees_every_result(opened):
    finish(opened, opened.ines)

    assert [preview.title for preview in desk(opened).previews] == [STEPS[1].parts[0].spec.prompt, "Deux questions"]
    assert opened.room.showing.screen(opened.live_id).story is None


def test_answers_taken_again_start_without_a_result(opened):
    finish(opened, opened.ines)
    for name in ("reveal", "show_result", "reopen"):
        opened.command(name)

    assert "show_less" not in [button.name for button in desk(opened).beside]


def test_a_result_taken_off_the_screen_comes_back_from_the_first(opened):
    for name in ("reveal", "show_result", "conceal"):
        opened.command(name)
    assert desk(opened).results == ()

    opened.command("reveal")
    assert [shown for _, shown in desk(opened).results] == [True, False]


def test_the_room_goes_on_after_what_the_block_covers_and_back_before_it(opened):
    opened.command("next")
    assert opened.live.step.id == "tirage"

    opened.command("back")
    assert (opened.live.step.id, opened.live.current.state) == ("ensemble-1", RunState.CLOSED)
    opened.command("back")
    assert opened.live.step.id == "accueil"


def test_leaving_the_block_out_brings_its_steps_back_one_by_one(opened):
    assert "Reprendre une activité à la fois" in [button.label for button in desk(opened).beside]

    opened.command("skip")

    assert opened.live.step.id == "question"
    opened.command("next")
    assert opened.live.step.id == "lecture"
    assert (opened.live.number, len(opened.live.route)) == (3, 6)
    for name in ("back", "back"):
        opened.command(name)
    assert opened.live.step.id == "accueil"
    # the page has been read to the room meanwhile
    assert [(end.step, end.count) for end in desk(opened).ends] == [("bloc", 2)]


def test_a_block_that_was_left_out_can_be_taken_up_again_with_its_answers(opened):
    opened.answer(opened.ines, RIGHT)
    opened.command("skip")
    opened.command("go_to", step="ensemble-1")
    opened.command("reopen")

    assert phone(opened, opened.ines).places == (True, False, False, False)
    opened.command("next")
    assert opened.live.step.id == "tirage"


def test_a_step_that_is_being_introduced_is_the_first_of_the_block(room):
    room.command("next")
    assert (room.live.step.id, room.live.current.state) == ("question", RunState.PENDING)

    room.command("self_paced", step="lecture")

    assert room.live.step.covers == ("question", "lecture")


def test_a_workshop_can_begin_at_one_s_own_pace(database):
    room = TestRoom(database)
    room.command("self_paced", step="chrono")

    assert room.live.step.covers == ("question", "lecture", "bloc", "chrono")
    assert room.live.is_last
    assert desk(room).next.name == "reveal"


def test_a_second_round_asks_everything_again(opened):
    finish(opened, opened.ines)
    for name in ("reveal", "second_round"):
        opened.command(name)

    assert phone(opened, opened.ines).places == (False,) * 4
    assert desk(opened).progress.answered == 0


def test_the_report_tells_each_step_under_its_own_title_and_none_as_not_played(opened):
    finish(opened, opened.ines)
    opened.answer(opened.karim, None, part=1)
    opened.command("end")

    told_in_report = report(opened)
    steps = told_in_report.card.steps
    assert (steps.done, steps.shown) == (("Étape accueil", "Étape question", "Deux questions"), ("Étape lecture",))
    assert (steps.not_done, steps.not_shown) == (("Étape tirage", "Étape fin"), ())
    assert [one.title for one in told_in_report.results] == ["Étape question", "Deux questions", "Deux questions"]
    rows = {row.title: (row.received, row.passed, row.expected) for row in told_in_report.participation}
    assert rows["Étape question"] == (1, 0, 2)
    assert rows["Deux questions"] == (1, 0, 2)


def test_a_block_left_out_is_no_activity_of_the_report(opened):
    opened.command("skip")
    opened.command("end")

    steps = report(opened).card.steps
    assert (steps.done, steps.shown) == (("Étape accueil",), ())
    assert (steps.not_done, steps.not_shown) == (("Étape question", "Deux questions", "Étape tirage", "Étape fin"), ("Étape lecture",))


def test_another_process_finds_the_block_as_it_is(opened, database):
    opened.answer(opened.ines, RIGHT)

    restarted = type(opened.room.store)(database, opened.told)
    with restarted.read() as reads:
        live = reads.lives.by_id(opened.live_id)

    assert live.step.covers == ("question", "lecture", "bloc")
    assert live.following.id == "tirage"


def test_ideas_of_a_block_can_still_be_voted_on(database):
    room = TestRoom(database, Workshop(id="idees", title="Idées", minutes=10, steps=(step_of("choice", "avis"), step_of("brainstorm", "idees"), step_of("choice", "fin"))))
    ines = room.join("Inès")
    room.command("self_paced", step="idees")
    room.answer(ines, {"ideas": ["le garage", "la mairie"]}, part=1)
    room.command("close")

    room.command("follow_up")

    assert room.live.step.title.endswith("Étape idees")
    room.command("next")
    assert room.live.step.id == "fin"


def test_a_pass_for_a_part_that_does_not_exist_is_refused(opened):
    with pytest.raises(Exception, match="no_such_run"):
        opened.answer(opened.ines, None, part=9)
