"""The metrics of the sockets move with what is pushed and with what is refused."""

from sessions.realtime.rooms import NAMESPACE
from sessions.services.limits import PER_CONNECTION
from tests.workshop.seen.reading import value


def test_a_change_of_the_room_is_timed_until_the_phones_are_told_and_a_signal_is_not(opened):
    phone = opened.socket("phone")
    phone.emit("join", {"code": opened.code, "alias": "Inès"}, namespace=NAMESPACE, callback=True)
    before = value("tremplin_push_seconds_count")

    opened.command("next")
    assert value("tremplin_push_seconds_count") == before + 1

    phone.emit("signal", {"kind": "hand"}, namespace=NAMESPACE, callback=True)
    assert value("tremplin_push_seconds_count") == before + 1


def test_what_follows_for_screen_and_desk_is_timed_too(opened):
    before = value("tremplin_draw_seconds_count")

    opened.command("next")
    opened.serving.room.store.publisher.settle()

    assert value("tremplin_draw_seconds_count") > before


def test_messages_beyond_the_limit_are_counted(opened):
    screen = opened.socket("screen")
    before = value("tremplin_messages_limited_total")

    for _ in range(PER_CONNECTION + 3):
        screen.emit("sync", {}, namespace=NAMESPACE, callback=True)

    assert value("tremplin_messages_limited_total") == before + 3
