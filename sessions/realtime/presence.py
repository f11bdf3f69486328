"""Which connections belong to whom, in this process: somebody is gone once her last tab is closed."""

from collections import Counter

from sessions.tokens import Identity


class Presence:
    def __init__(self) -> None:
        self._identities: dict[str, Identity] = {}
        self._tabs: Counter[Identity] = Counter()

    def of(self, sid: str) -> Identity | None:
        return self._identities.get(sid)

    def everyone(self) -> list[Identity]:
        """Return who each open connection belongs to, at this instant."""
        return list(self._identities.values())

    def lives(self) -> set[int]:
        """Return the live sessions that have a connection here."""
        return {identity.live_id for identity in self.everyone()}

    def people(self) -> set[int]:
        """Return the participants who have a phone here."""
        return {identity.participant_id for identity in self.everyone() if identity.participant_id is not None}

    def enter(self, sid: str, identity: Identity) -> None:
        """Note who a connection is from now on."""
        self.leave(sid)
        self._identities[sid] = identity
        self._tabs[identity] += 1

    def leave(self, sid: str) -> Identity | None:
        """Forget a connection; return who has gone with it, or None where another tab is still there."""
        identity = self._identities.pop(sid, None)
        if identity is None:
            return None
        self._tabs[identity] -= 1
        if self._tabs[identity] > 0:
            return None
        del self._tabs[identity]
        return identity
