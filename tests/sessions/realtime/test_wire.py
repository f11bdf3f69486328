"""The wire of ARCHITECTURE.md: names, shapes and refusals, as a script written from that page alone would meet them."""

import re

import pytest

from sessions.realtime.rooms import NAMESPACE
from sessions.services.limits import PER_CONNECTION

RIGHT = {"choices": ["b"]}


def ask(client, event, data=None):
    return client.emit(event, data or {}, namespace=NAMESPACE, callback=True)


def heard(client, name):
    return [message["args"][0] for message in client.get_received(NAMESPACE) if message["name"] == name]


@pytest.fixture
def desk(opened):
    return opened.socket("desk")


@pytest.fixture
def screen(opened):
    return opened.socket("screen")


def joined(opened, alias="Inès"):
    phone = opened.socket("phone")
    phone.ack = ask(phone, "join", {"code": opened.code, "alias": alias})
    return phone


def run_in(html):
    return re.search(r'data-run="([^"]+)"', html)[1]


def opened_run(opened, desk, phone):
    for name in ("next", "open"):
        ask(desk, "command", {"name": name, "expected_version": opened.serving.room.joining.find(opened.code).version})
    return run_in(heard(phone, "state_changed")[-1]["html"])


@pytest.mark.parametrize("auth", [None, {}, "x", {"role": "desk"}, {"role": "king", "code": "X"}])
def test_a_connection_without_a_valid_identity_is_refused(opened, auth):
    client = opened.app.extensions["socketio"].test_client(opened.app, namespace=NAMESPACE, auth=auth)

    assert not client.is_connected(NAMESPACE)


@pytest.mark.parametrize("role", ["desk", "screen"])
def test_a_desk_or_a_screen_needs_its_own_token(opened, role):
    other = {"desk": "screen", "screen": "desk"}[role]

    for bad in ("", "forged", opened.token(other), opened.token(role) + "x"):
        assert not opened.socket(role, token=bad).is_connected(NAMESPACE)
    assert opened.socket(role).is_connected(NAMESPACE)


def test_a_token_of_another_session_opens_nothing(opened):
    other = type(opened).of(opened.app)

    assert not opened.socket("desk", token=other.token("desk")).is_connected(NAMESPACE)


def test_a_phone_joins_and_gets_its_token_and_its_fragment(opened):
    phone = joined(opened)

    assert phone.ack["ok"] is True
    assert set(phone.ack) == {"ok", "token", "participant", "version", "html"}
    assert 'data-moment="lobby"' in phone.ack["html"]
    assert phone.ack["version"] == 1


def test_a_phone_that_comes_back_with_its_token_is_the_same_person(opened):
    first = joined(opened)
    again = opened.socket("phone", token=first.ack["token"])

    assert ask(again, "join", {"code": opened.code, "alias": "Autre"})["participant"] == first.ack["participant"]


def test_an_offensive_alias_is_refused_on_the_wire_too(opened):
    ack = joined(opened, "connard").ack

    assert ack["ok"] is False
    assert "Choisis un autre prénom" in ack["error"]


def test_every_surface_is_told_of_a_change_each_with_its_own_fragment(opened, desk, screen):
    phone = joined(opened)
    for client in (phone, screen, desk):
        client.get_received(NAMESPACE)
    ack = ask(desk, "command", {"name": "next", "expected_version": 1})

    assert ack == {"ok": True, "version": 2}
    opened.serving.room.store.publisher.settle()
    fragments = [heard(client, "state_changed")[-1] for client in (phone, screen, desk)]
    assert [fragment["version"] for fragment in fragments] == [2, 2, 2]
    assert len({fragment["html"] for fragment in fragments}) == 3


def test_an_answer_is_acknowledged_and_sent_twice_counts_once(opened, desk):
    phone = joined(opened)
    run = opened_run(opened, desk, phone)
    wish = {"run": run, "client_answer_id": "a1", "answer": RIGHT}

    assert ask(phone, "submit_answer", wish) == {"ok": True}
    assert ask(phone, "submit_answer", wish) == {"ok": True}
    assert opened.serving.room.showing.progress(opened.live_id)[2].answered == 1


@pytest.mark.parametrize(
    "wish",
    [{}, {"answer": {"choices": ["z"]}}, {"answer": "b"}, {"answer": RIGHT, "client_answer_id": ""}, {"answer": RIGHT, "client_answer_id": "x" * 65},
     {"answer": RIGHT, "run": "elsewhere"}, {"answer": RIGHT, "part": 9}, {"answer": RIGHT, "part": "x"}, {"answer": {"choices": ["b"], "note": "<script>"}}],
)  # fmt: skip
def test_a_bad_answer_is_refused_in_french_and_not_stored(opened, desk, wish):
    phone = joined(opened)
    run = opened_run(opened, desk, phone)
    ack = ask(phone, "submit_answer", {"run": run, "client_answer_id": "a1"} | wish)

    assert ack["ok"] is False
    assert re.search(r"[.?]$", ack["error"])
    assert opened.serving.room.showing.progress(opened.live_id)[2].answered == 0


def test_a_phone_that_has_not_joined_cannot_answer(opened, desk):
    run = opened_run(opened, desk, joined(opened))
    stranger = opened.socket("phone")

    assert ask(stranger, "submit_answer", {"run": run, "client_answer_id": "a", "answer": RIGHT})["ok"] is False
    assert ask(stranger, "sync", {"version": 0})["ok"] is False


def test_a_phone_can_neither_command_nor_a_screen_answer(opened, screen):
    phone = joined(opened)

    assert ask(phone, "command", {"name": "next", "expected_version": 1})["ok"] is False
    assert ask(screen, "submit_answer", {"run": "x", "client_answer_id": "a", "answer": RIGHT})["ok"] is False
    assert ask(screen, "command", {"name": "end", "expected_version": 1})["ok"] is False
    assert opened.serving.room.joining.find(opened.code).version == 1


def test_a_command_for_another_version_is_refused_and_brings_the_desk_as_it_is(opened, desk):
    ask(desk, "command", {"name": "next", "expected_version": 1})
    ack = ask(desk, "command", {"name": "next", "expected_version": 1})

    assert ack["ok"] is False
    assert ack["version"] == 2
    assert "mis à jour" in ack["error"]
    assert 'data-version="2"' in ack["html"]


def test_sync_brings_the_current_fragment(opened, desk, screen):
    phone = joined(opened)
    ask(desk, "command", {"name": "next", "expected_version": 1})

    for client in (phone, screen, desk):
        state = ask(client, "sync", {"version": 1})
        assert state["version"] == 2
        assert 'data-version="2"' in state["html"]


def test_right_answers_leave_the_server_only_after_the_reveal(opened, desk, screen):
    phone = joined(opened)
    opened_run(opened, desk, phone)
    before = [ask(client, "sync")["html"] for client in (phone, screen)]
    assert all("avant qu’il y ait une annonce" not in html and "bonne réponse" not in html for html in before)

    opened.command("reveal")
    assert "bonne réponse" in ask(phone, "sync")["html"]


def test_a_signal_is_stored_and_an_unknown_one_refused(opened, desk):
    phone = joined(opened)
    opened_run(opened, desk, phone)

    assert ask(phone, "signal", {"kind": "lost"}) == {"ok": True}
    assert ask(phone, "signal", {"kind": "dance"})["ok"] is False
    assert "Inès" in ask(desk, "sync")["html"].split("Perdus")[1]


def test_a_removed_phone_is_told_to_leave(opened, desk):
    phone = joined(opened)
    ask(desk, "command", {"name": "remove", "expected_version": 1, "participant": phone.ack["participant"]})

    assert heard(phone, "left")
    assert ask(phone, "sync")["ok"] is False


def test_one_session_never_hears_another(opened, desk):
    other = type(opened).of(opened.app)
    elsewhere = [joined(other), other.socket("screen"), other.socket("desk")]
    for client in elsewhere:
        client.get_received(NAMESPACE)
    ask(desk, "command", {"name": "next", "expected_version": 1})

    assert all(client.get_received(NAMESPACE) == [] for client in elsewhere)


def test_a_phone_that_floods_is_asked_to_wait(opened):
    phone = joined(opened)
    acks = [ask(phone, "sync") for _ in range(60)]

    assert acks[5]["ok"] is True
    assert "Trop d’essais" in acks[-1]["error"]


def test_who_sends_too_much_is_told_to_wait_and_keeps_her_answers(opened):
    phone = joined(opened)
    acks = [ask(phone, "sync", {"version": 0}) for _ in range(PER_CONNECTION + 1)]

    assert acks[-1]["reason"] == "too_many"
    assert "reason" not in acks[0]


def test_a_counsellor_may_press_more_often_than_a_phone(desk):
    acks = [ask(desk, "sync", {"version": 0}) for _ in range(PER_CONNECTION * 3 // 2)]

    assert all(ack["ok"] for ack in acks)


def test_in_a_block_the_counts_say_how_many_are_at_each_stage(opened, desk, screen):
    phone = joined(opened)
    ask(desk, "command", {"name": "self_paced", "step": "bloc", "expected_version": 1})
    run = run_in(heard(phone, "state_changed")[-1]["html"])

    ask(phone, "submit_answer", {"run": run, "client_answer_id": "a1", "answer": RIGHT})
    opened.serving.room.store.publisher.settle()

    told = heard(screen, "answers_counted")[-1]
    assert (told["answered"], told["expected"], told["at"]) == (0, 1, [0, 1, 0])
