"""What a phone sends: join, an answer, a signal."""

from typing import Any

from sessions.domain.refusals import Refusal
from sessions.services.room import Room
from sessions.surfaces.rendering import Surfaces
from sessions.tokens import Identity, Tokens

Ack = dict[str, Any]


class PhoneEvents:
    def __init__(self, room: Room, surfaces: Surfaces, tokens: Tokens) -> None:
        self.room = room
        self.surfaces = surfaces
        self.tokens = tokens

    def known(self, identity: Identity, data: dict[str, Any]) -> Identity | None:
        """Return who this phone already is, by its connection or by its token, or None for somebody new."""
        if identity.participant_id is not None:
            return identity
        told = self.tokens.read(data.get("token"), "phone")
        return told if told is not None and told.live_id == identity.live_id else None

    def newcomer(self, identity: Identity, data: dict[str, Any]) -> Identity:
        """Return who this phone is from now on; raises Refusal."""
        person = self.room.joining.join(str(data.get("code", ""))[:20], str(data.get("alias", ""))[:200], only_in=identity.live_id)
        return Identity("phone", person.live_id, person.id)

    def welcome(self, identity: Identity, *, is_new: bool) -> Ack:
        """Return what a phone needs to go on, now and after a cut; `is_new` where nothing can be its own yet."""
        fragment = self.surfaces.newcomer(identity.live_id) if is_new else None
        if fragment is None or fragment.is_personal:
            fragment = self.surfaces.phone(identity.live_id, identity.participant_id)
        token = self.tokens.make(identity)
        return {"ok": True, "token": token, "participant": identity.participant_id, "version": fragment.version, "html": fragment.html}

    def submit_answer(self, identity: Identity, data: dict[str, Any]) -> Ack:
        """Acknowledge once the answer is on the disk; `pass` true is "je passe"."""
        person = self._speaking_for(identity, data)
        answer = None if data.get("pass") is True else data.get("answer", {})
        self.room.answering.submit(
            person.live_id, person.participant_id, str(data.get("run", ""))[:24], data.get("part", 0), data.get("client_answer_id", ""), answer
        )
        return {"ok": True}

    def signal(self, identity: Identity, data: dict[str, Any]) -> Ack:
        """Raise or lower a hand, or "je suis perdu"."""
        person = self._speaking_for(identity, {})
        raised = data.get("raised", True) is not False
        self.room.answering.signal(person.live_id, person.participant_id, str(data.get("kind", "")), raised=raised)
        return {"ok": True}

    def sync(self, identity: Identity, data: dict[str, Any]) -> Ack:
        """Return this person's fragment; `part` is the part of a block to go to."""
        person = self._speaking_for(identity, {})
        part = data.get("part")
        fragment = self.surfaces.phone(person.live_id, person.participant_id, part if isinstance(part, int) else None)
        return {"ok": True, "version": fragment.version, "html": fragment.html}

    def _speaking_for(self, identity: Identity, data: dict[str, Any]) -> Identity:
        """An answer kept on a shared phone may be another person's of that phone: it then brings that person's token."""
        other = self.tokens.read(data.get("token"), "phone") if data.get("token") else None
        chosen = other if other and other.live_id == identity.live_id else identity
        if chosen.participant_id is None:
            raise Refusal("who")
        return chosen
