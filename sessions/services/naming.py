"""Aliases in one session: clean, harmless, and each one's own."""

from sessions.domain.dealt import told_differently
from sessions.domain.live_session import LiveSession
from sessions.domain.offensive import is_offensive
from sessions.domain.people import Participant, Taken, alias_key, clean_alias, other_alias
from sessions.domain.refusals import Refusal

from .dealing import dealt_now
from .ports import Changed, Reach, Work


def checked_alias(raw: str, taken: Taken) -> str:
    """Return the alias as it will be shown; raises Refusal where it is empty, too long, hurtful or taken."""
    alias = harmless_alias(raw)
    if taken([alias_key(alias) or alias]):
        raise Refusal("alias_taken", suggestion=other_alias(alias, taken))
    return alias


def harmless_alias(raw: str) -> str:
    """Return the alias as it will be shown; raises Refusal where it is empty, too long or hurtful."""
    alias = clean_alias(raw)
    if is_offensive(alias):
        raise Refusal("alias_offensive")
    return alias


def rename_person(work: Work, live: LiveSession, person: Participant, raw: str) -> None:
    """Give somebody another alias; her own old one is free for her. Those whose phone names her are redrawn."""
    before = dealt_now(work, live)
    own = alias_key(person.alias) or person.alias
    work.people.rename(person.id, checked_alias(raw, lambda keys: set(work.people.taken(live.id, keys)) - {own}))
    work.changed(Changed(live.id, reach=Reach.SCREEN, redrawn=(person.id, *told_differently(before, dealt_now(work, live)))))
