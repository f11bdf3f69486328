"""Aliases in one session: clean, harmless, and each one's own."""

from sessions.domain.live_session import LiveSession
from sessions.domain.offensive import is_offensive
from sessions.domain.people import Participant, alias_key, clean_alias, other_alias
from sessions.domain.refusals import Refusal

from .ports import Changed, Reach, Work


def checked_alias(raw: str, taken: set[str]) -> str:
    """Return the alias as it will be shown; raises Refusal where it is empty, too long, hurtful or taken."""
    alias = clean_alias(raw)
    if is_offensive(alias):
        raise Refusal("alias_offensive")
    if (alias_key(alias) or alias) in taken:
        raise Refusal("alias_taken", suggestion=other_alias(alias, taken))
    return alias


def rename_person(work: Work, live: LiveSession, person: Participant, raw: str) -> None:
    """Give somebody another alias; her own old one is free for her."""
    taken = work.people.alias_keys(live.id) - {alias_key(person.alias) or person.alias}
    work.people.rename(person.id, checked_alias(raw, taken))
    work.changed(Changed(live.id, reach=Reach.SCREEN, redrawn=(person.id,)))
