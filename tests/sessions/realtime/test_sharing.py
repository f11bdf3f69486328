"""What the room shares is told to all its phones while they answer: soon, once, and to nobody else."""

import pytest

from sessions.realtime.sharing import BYTES_PER_S, EVERY_S, LONGEST_S, Sharing
from sessions.surfaces.rendering import SharedFragment
from tests.application import OpenRoom, close_app, make_app
from tests.sessions.plans import part_of, step_of
from tests.sessions.realtime.test_wire import ask, heard, joined
from workshop.exercises.questions.joining import key
from workshop.plans.model import Step, Workshop

PAY, PERMIT = "Combien on gagne\u202f?", "Il faut le permis\u202f?"


@pytest.fixture
def opened(tmp_path, database_url):
    """The questions are open; a step that shares nothing comes after."""
    app = make_app(tmp_path, database_url)
    steps = (Step(id="relu", title="Vos questions", minutes=5, parts=(part_of("questions", approval=True),)), step_of("questions"), step_of("choice"))
    room = OpenRoom.of(app, Workshop(id="questions", title="Questions", minutes=20, steps=steps))
    room.command("next")
    yield room
    close_app(app)


@pytest.fixture
def ines(opened):
    return joined(opened, "Inès")


@pytest.fixture
def malik(opened):
    return joined(opened, "Malik")


def play(opened, step):
    opened.command("go_to", step=step)
    opened.command("open")
    settle(opened)


def settle(opened):
    opened.serving.room.store.publisher.settle()


def run_of(opened):
    return opened.serving.room.joining.find(opened.code).current_run_id


def send(opened, phone, *questions, votes=()):
    number = send.count = getattr(send, "count", 0) + 1
    answer = {"questions": questions, "votes": [key(vote) for vote in votes]}
    assert ask(phone, "submit_answer", {"run": run_of(opened), "client_answer_id": f"a{number}", "answer": answer}) == {"ok": True}
    settle(opened)


def told(phone):
    return heard(phone, "room_changed")


def test_a_question_comes_to_the_other_phones_with_its_run_and_part(opened, ines, malik):
    play(opened, "questions")
    send(opened, ines, PAY)

    *_, last = told(malik)
    assert set(last) == {"run", "part", "html"}
    assert (last["run"], last["part"]) == (run_of(opened), 0)
    assert PAY in last["html"]
    assert "Inès" not in last["html"]
    assert "data-shared" not in last["html"]


def test_what_is_pushed_is_what_a_reload_shows(opened, ines, malik):
    play(opened, "questions")
    send(opened, ines, PAY, PERMIT)

    assert told(malik)[-1]["html"].strip() in ask(malik, "sync")["html"]


def test_a_vote_is_told_to_all_and_names_nobody_s_tick(opened, ines, malik):
    play(opened, "questions")
    send(opened, ines, PAY)
    send(opened, malik, votes=[PAY])

    last = told(ines)[-1]["html"]
    assert "2 personnes" in last
    assert "checked" not in last
    assert 'data-mine="yes"' not in last


def test_many_answers_make_one_message(opened, ines, malik):
    play(opened, "questions")
    told(malik)
    for number in range(20):
        wish = {"run": run_of(opened), "client_answer_id": f"m{number}", "answer": {"questions": [f"Question {number} ?"]}}
        ask(ines, "submit_answer", wish)
    settle(opened)

    messages = told(malik)
    assert 1 <= len(messages) < 20
    assert "Question 19" in messages[-1]["html"]


def test_nothing_is_told_of_what_waits_until_it_is_approved_and_again_when_it_is_hidden(opened, ines, malik):
    play(opened, "relu")
    told(malik)
    send(opened, ines, PAY)
    assert told(malik) == []

    opened.command("approve", run=run_of(opened), text=PAY)
    settle(opened)
    assert PAY in told(malik)[-1]["html"]

    opened.command("hide", run=run_of(opened), text=PAY)
    settle(opened)
    assert PAY not in told(malik)[-1]["html"]


def test_the_question_that_is_being_answered_is_told_to_phones_and_screen(opened, ines):
    screen = opened.socket("screen")
    play(opened, "questions")
    send(opened, ines, PAY)
    assert PAY in heard(screen, "state_changed")[-1]["html"]

    opened.command("arrange", run=run_of(opened), now=key(PAY))
    settle(opened)
    assert "on y répond" in told(ines)[-1]["html"]
    assert "On répond à" in heard(screen, "state_changed")[-1]["html"]


def test_the_screen_follows_where_nobody_has_a_phone_s_socket(opened, ines):
    screen = opened.socket("screen")
    play(opened, "questions")
    ines.disconnect("/live")
    screen.get_received("/live")

    person = opened.serving.room.joining.join(opened.code, "Léo")
    opened.serving.room.answering.submit(opened.live_id, person.id, run_of(opened), 0, "x1", {"questions": [PAY]})
    settle(opened)

    assert PAY in heard(screen, "state_changed")[-1]["html"]


def test_a_step_that_shares_nothing_tells_nothing_and_is_looked_at_once(opened, ines, malik):
    play(opened, "choice")
    looked = []
    showing = opened.serving.room.showing
    shared, showing.shared = showing.shared, lambda live_id: looked.append(live_id) or shared(live_id)
    for number in range(3):
        ask(ines, "submit_answer", {"run": run_of(opened), "client_answer_id": f"c{number}", "answer": {"choices": ["b"]}})
        settle(opened)

    assert looked == []
    assert told(malik) == []


def test_a_step_that_shares_is_told_after_one_that_does_not(opened, ines, malik):
    play(opened, "choice")
    play(opened, "questions")
    send(opened, ines, PAY)

    assert PAY in told(malik)[-1]["html"]


def test_another_room_hears_nothing_of_it(opened, ines):
    other = OpenRoom.of(opened.app)
    elsewhere = joined(other)
    play(opened, "questions")
    send(opened, ines, PAY)

    assert told(elsewhere) == []


def fragment(html="x", part=0, run="r1"):
    return SharedFragment(run, part, html)


def test_what_the_phones_show_already_is_not_told_again():
    sharing = Sharing()

    assert sharing.news(1, [fragment()], 20) == [fragment()]
    assert sharing.news(1, [fragment()], 20) == []
    assert sharing.news(2, [fragment()], 20) == [fragment()]
    assert sharing.news(1, [fragment("y"), fragment("z", part=1)], 20) == [fragment("y"), fragment("z", part=1)]
    assert sharing.news(1, [fragment("y", run="r2")], 20) == [fragment("y", run="r2")]


@pytest.mark.parametrize(("phones", "weight", "seconds"), [
    (20, 6_000, EVERY_S), (200, 15_000, 200 * 15_000 / BYTES_PER_S), (5000, 30_000, LONGEST_S), (0, 6_000, EVERY_S),
])
def test_a_full_room_is_told_less_often_by_what_its_network_must_carry(phones, weight, seconds):
    sharing = Sharing()
    sharing.news(1, [fragment("x" * weight)], phones)

    assert sharing.every_s(1) == seconds


def test_a_room_that_shares_nothing_is_asked_again_once_it_has_moved_on():
    sharing = Sharing()
    sharing.news(1, [], 20)
    assert sharing.every_s(1) is None

    sharing.forget(1)
    assert sharing.every_s(1) == EVERY_S
