"""What one worker hears from another, and what it finds by looking, is drawn for its own surfaces."""

import pytest

from sessions.realtime.notices import EVERYTHING, answers_notice, changes_in, notice_of
from sessions.realtime.rooms import NAMESPACE
from sessions.realtime.together import Together
from sessions.services.ports import Changed, Reach


def heard(client, name="state_changed"):
    return [message["args"][0] for message in client.get_received(NAMESPACE) if message["name"] == name]


@pytest.fixture
def said():
    return []


@pytest.fixture
def together(opened, said):
    """The workers' common sense of the application's own worker; what it says to others is kept in `said`."""
    namespace = opened.app.extensions["socketio"].server.namespace_handlers[NAMESPACE]
    return Together(opened.serving.room, namespace.presence, opened.serving.room.store.publisher, said.append, lambda: False)


@pytest.fixture
def phone(opened):
    phone = opened.socket("phone")
    phone.emit("join", {"code": opened.code, "alias": "Inès"}, namespace=NAMESPACE, callback=True)
    phone.get_received(NAMESPACE)
    return phone


def test_a_change_is_the_same_after_the_journey():
    changes = [Changed(1, Reach.ROOM), Changed(2, removed=(3,), redrawn=(4, 5))]

    assert changes_in(notice_of(changes)) == changes
    assert answers_notice(7) == {"answered": 7}


def test_a_change_heard_from_another_worker_is_drawn_here_and_not_said_again(opened, together, phone, said):
    opened.serving.room.store.publisher.join(said.append)

    together.heard(notice_of([Changed(opened.live_id, Reach.ROOM)]))

    assert heard(phone)[0]["version"] == 1
    assert said == []


def test_a_notice_of_a_session_without_anybody_here_draws_nothing(opened, together, phone):
    together.heard(notice_of([Changed(opened.live_id + 1000, Reach.ROOM)]))
    together.heard(answers_notice(opened.live_id + 1000))

    assert phone.get_received(NAMESPACE) == []


def test_a_worker_that_was_cut_off_is_believed_when_it_says_that_everything_may_have_changed(together, phone):
    together.heard(EVERYTHING)

    assert len(heard(phone)) == 1


def test_when_the_link_is_back_everybody_is_redrawn_here_and_elsewhere(together, phone, said):
    together.moved(False)

    assert said == [EVERYTHING]
    assert len(heard(phone)) == 1


def test_what_was_not_heard_is_found_by_looking_once(opened, together, phone):
    together.look()
    phone.get_received(NAMESPACE)
    with opened.serving.room.store.database.begin() as session:
        session.connection().exec_driver_sql(f"UPDATE live SET version = 9 WHERE id = {opened.live_id}")

    together.look()
    together.look()

    assert [state["version"] for state in heard(phone)] == [9]


def test_somebody_whose_phone_is_here_is_not_left_as_gone(opened, together, phone):
    room = opened.serving.room
    with room.store.work() as work:
        person = work.people.present(opened.live_id)[0]
        work.people.set_left(person.id, room.world.now())

    together.look()

    with room.store.read() as reads:
        assert reads.people.by_id(person.id).left_at is None


def test_the_late_goodbye_of_another_worker_is_not_written(opened, phone):
    room = opened.serving.room
    with room.store.read() as reads:
        person = reads.people.present(opened.live_id)[0]
    room.store.worker = "elsewhere"

    room.answering.left(opened.live_id, person.id)
    with room.store.read() as reads:
        assert reads.people.by_id(person.id).left_at is None

    room.answering.came_back(opened.live_id, person.id)
    room.answering.left(opened.live_id, person.id)
    with room.store.read() as reads:
        assert reads.people.by_id(person.id).left_at is not None


def test_a_page_of_another_site_cannot_open_a_socket(opened):
    server = opened.app.extensions["socketio"].server
    allowed = server.eio.cors_allowed_origins

    assert allowed("https://salle.exemple.fr", {"HTTP_HOST": "salle.exemple.fr"})
    assert not allowed("https://ailleurs.exemple.fr", {"HTTP_HOST": "salle.exemple.fr"})
