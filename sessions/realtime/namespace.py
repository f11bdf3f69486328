"""The namespace `/live`: who may connect, how much may be sent, how an error is told. What each surface may do is in its own module.

Handlers run on the bare Socket.IO server: identity is settled at connect, so no Flask request context is paid for each answer.
"""

import logging
from collections.abc import Callable
from typing import Any

import socketio
from socketio.exceptions import ConnectionRefusedError

from sessions.domain.messages import MESSAGES, told
from sessions.domain.refusals import Refusal
from sessions.services.limits import PER_DESK, Limits
from sessions.services.room import Room
from sessions.surfaces.rendering import Surfaces
from sessions.tokens import Identity, Tokens
from workshop.exercises.contract import AnswerRefused
from workshop.seen.metrics import LIMITED

from . import rooms
from .desk import DeskEvents
from .phone import PhoneEvents
from .presence import Presence
from .screen import ScreenEvents
from .underway import Underway

log = logging.getLogger(__name__)
Ack = dict[str, Any]
ROLES = ("phone", "screen", "desk")


class LiveNamespace(socketio.Namespace):
    """`on_…` methods are the events of the wire (see ARCHITECTURE.md, "The wire")."""

    def __init__(self, room: Room, surfaces: Surfaces, tokens: Tokens, underway: Underway) -> None:
        super().__init__(rooms.NAMESPACE)
        self.underway = underway
        self.room = room
        self.tokens = tokens
        self.phone = PhoneEvents(room, surfaces, tokens)
        self.desk = DeskEvents(room, surfaces)
        self.screen = ScreenEvents(surfaces)
        self.limits, self.desk_limits = Limits(), Limits(PER_DESK)
        self.presence = Presence()

    def on_connect(self, sid: str, environ: dict[str, Any], auth: Any) -> None:
        """Let in a desk or a screen with its token, a phone with its token or with a code that exists; refuse all else."""
        identity = self._identified(auth)
        if identity is None:
            raise ConnectionRefusedError("Accès refusé : rechargez la page.")
        self.presence.enter(sid, identity)
        self._enter(sid, identity)

    def on_disconnect(self, sid: str, _reason: str = "") -> None:
        gone = self.presence.leave(sid)
        self.limits.forget(sid)
        self.desk_limits.forget(sid)
        # a worker that stops sends its phones to another: they have not left
        if gone and gone.participant_id and not self.underway.is_stopping:
            self.room.answering.left(gone.live_id, gone.participant_id)

    def on_join(self, sid: str, data: Any = None) -> Ack:
        return self._guarded(sid, "phone", lambda identity, wish: self._join(sid, identity, wish), data)

    def on_submit_answer(self, sid: str, data: Any = None) -> Ack:
        if self.underway.is_stopping:
            # the phone keeps it, and sends it again where it connects next
            return {"ok": False, "error": MESSAGES["busy"], "reason": "busy"}
        return self._guarded(sid, "phone", self.phone.submit_answer, data)

    def on_signal(self, sid: str, data: Any = None) -> Ack:
        return self._guarded(sid, "phone", self.phone.signal, data)

    def on_command(self, sid: str, data: Any = None) -> Ack:
        return self._guarded(sid, "desk", self.desk.command, data)

    def on_sync(self, sid: str, data: Any = None) -> Ack:
        redraws = {"phone": self.phone.sync, "screen": self.screen.sync, "desk": self.desk.sync}
        return self._guarded(sid, None, lambda identity, wish: redraws[identity.role](identity, wish), data)

    def _join(self, sid: str, identity: Identity, data: dict[str, Any]) -> Ack:
        known = self.phone.known(identity, data)
        joined = known or self.phone.newcomer(identity, data)
        if joined != identity:
            self.presence.enter(sid, joined)
            self._enter(sid, joined, is_new=known is None)
        return self.phone.welcome(joined, is_new=known is None)

    def _identified(self, auth: Any) -> Identity | None:
        if not isinstance(auth, dict) or auth.get("role") not in ROLES:
            return None
        try:
            live_id = self.room.joining.id_of(str(auth.get("code", ""))[:20])
        except Refusal:
            return None
        if auth["role"] == "phone" and not auth.get("token"):
            return Identity("phone", live_id)
        identity = self.tokens.read(auth.get("token"), auth["role"])
        return identity if identity and identity.live_id == live_id else None

    def _enter(self, sid: str, identity: Identity, *, is_new: bool = False) -> None:
        if identity.role == "phone":
            if identity.participant_id is None:
                return
            self.enter_room(sid, rooms.phones(identity.live_id))
            self.enter_room(sid, rooms.person(identity.participant_id))
            if not is_new:
                self.room.answering.came_back(identity.live_id, identity.participant_id)
        else:
            self.enter_room(sid, rooms.screens(identity.live_id) if identity.role == "screen" else rooms.desks(identity.live_id))

    def _guarded(self, sid: str, role: str | None, handle: Callable[[Identity, dict[str, Any]], Ack], data: Any) -> Ack:
        identity = self.presence.of(sid)
        if identity is None or (role is not None and identity.role != role):
            return {"ok": False, "error": MESSAGES["who"], "reason": "who"}
        if (self.desk_limits if identity.role == "desk" else self.limits).is_over(sid):
            LIMITED.inc()
            return {"ok": False, "error": MESSAGES["too_many"], "reason": "too_many"}
        try:
            with self.underway.one():
                return handle(identity, data if isinstance(data, dict) else {})
        except Refusal as refusal:
            return {"ok": False, "error": told(refusal), "reason": refusal.key}
        except AnswerRefused as refused:
            return {"ok": False, "error": str(refused), "reason": "refused"}
        except Exception:
            # told as a fault of ours, so that the phone keeps the answer and sends it again
            log.exception("a socket event failed", extra={"live_id": identity.live_id})
            return {"ok": False, "error": MESSAGES["busy"], "reason": "busy"}
