"""Somebody is there as long as one of her tabs is."""

from sessions.realtime.presence import Presence
from sessions.tokens import Identity

INES = Identity("phone", 1, 7)


def test_closing_one_of_two_tabs_is_not_leaving():
    presence = Presence()
    presence.enter("a", INES)
    presence.enter("b", INES)

    assert presence.leave("a") is None
    assert presence.leave("b") == INES


def test_a_connection_that_was_never_there_takes_nobody_away():
    assert Presence().leave("x") is None


def test_a_phone_that_joins_on_an_open_connection_becomes_somebody():
    presence = Presence()
    presence.enter("a", Identity("phone", 1))
    presence.enter("a", INES)

    assert presence.of("a") == INES
    assert presence.leave("a") == INES
