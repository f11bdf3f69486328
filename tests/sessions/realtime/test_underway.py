"""A worker that stops finishes what was begun, and sends new answers to the next one."""

import threading

import pytest

from sessions.realtime.rooms import NAMESPACE
from sessions.realtime.underway import Underway


def test_the_wait_ends_when_what_was_begun_is_done():
    underway, begun, may_end = Underway(), threading.Event(), threading.Event()

    def work():
        with underway.one():
            begun.set()
            may_end.wait(10)

    thread = threading.Thread(target=work)
    thread.start()
    begun.wait(10)

    assert not underway.wait(0.05)
    may_end.set()
    assert underway.wait(10)
    thread.join()


def test_what_fails_is_no_longer_underway():
    underway = Underway()

    with pytest.raises(ZeroDivisionError), underway.one():
        raise ZeroDivisionError

    assert underway.wait(0)


def test_a_page_counts_while_it_is_made_and_an_open_socket_does_not():
    underway = Underway()
    counts = []
    app = underway.counting(lambda environ, start_response: counts.append(not underway.wait(0)))

    app({"PATH_INFO": "/r/ABC"}, None)
    app({"PATH_INFO": "/socket.io/"}, None)

    assert counts == [True, False]


def test_a_worker_that_stops_tells_a_phone_to_send_its_answer_again_and_marks_nobody_as_gone(opened):
    phone = opened.socket("phone")
    phone.emit("join", {"code": opened.code, "alias": "Inès"}, namespace=NAMESPACE, callback=True)
    opened.app.extensions["tremplin.leaving"].underway.is_stopping = True

    ack = phone.emit("submit_answer", {"run": "r", "client_answer_id": "a", "answer": {}}, namespace=NAMESPACE, callback=True)
    phone.disconnect(NAMESPACE)

    assert ack["reason"] == "busy"
    with opened.serving.room.store.read() as reads:
        assert [person.left_at for person in reads.people.present(opened.live_id)] == [None]
