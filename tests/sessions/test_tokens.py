"""A token says who somebody is, for one role and one session, and cannot be made or changed by others."""

import re

import pytest

from sessions.tokens import VALID_S, Identity, Tokens

SECRET = "a secret of forty letters, for the tests"


@pytest.mark.parametrize("identity", [Identity("phone", 7, 12), Identity("desk", 7), Identity("screen", 123456789)])
def test_a_token_brings_back_who_it_was_made_for(identity):
    token = Tokens(SECRET).make(identity)

    assert Tokens(SECRET).read(token, identity.role) == identity
    assert re.fullmatch(r"[\w.\-]+", token)


@pytest.mark.parametrize("role", ["desk", "screen"])
def test_a_phones_token_is_of_no_use_elsewhere(role):
    assert Tokens(SECRET).read(Tokens(SECRET).make(Identity("phone", 7, 12)), role) is None


@pytest.mark.parametrize("spoilt", [
    lambda token: "", lambda token: token[:-1], lambda token: token + "x", lambda token: token.replace("-7-", "-8-"), lambda token: None,
    lambda token: token.replace("phone", "desk"), lambda token: {"token": token}, lambda token: "x" * 10_000, lambda token: "phone-7-12", lambda token: "é" + token,
])
def test_a_spoilt_token_is_nobodys(spoilt):
    token = Tokens(SECRET).make(Identity("phone", 7, 12))

    assert Tokens(SECRET).read(spoilt(token), "phone") is None
    assert Tokens(SECRET).read(spoilt(token), "desk") is None


def test_a_token_of_another_server_is_nobodys():
    assert Tokens("another secret").read(Tokens(SECRET).make(Identity("phone", 7, 12)), "phone") is None


def test_a_token_is_good_for_forty_days_and_no_longer(monkeypatch):
    tokens = Tokens(SECRET)
    now = tokens._signer.get_timestamp()
    token = tokens.make(Identity("phone", 7, 12))

    monkeypatch.setattr(tokens._signer, "get_timestamp", lambda: now + VALID_S - 60)
    assert tokens.read(token, "phone") is not None
    monkeypatch.setattr(tokens._signer, "get_timestamp", lambda: now + VALID_S + 60)
    assert tokens.read(token, "phone") is None
