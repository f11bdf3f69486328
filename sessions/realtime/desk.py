"""What a desk sends: commands, each for the version that the counsellor saw."""

from typing import Any

from sessions.domain.messages import told
from sessions.domain.refusals import Refusal
from sessions.services.room import Room
from sessions.surfaces.rendering import Surfaces
from sessions.tokens import Identity

Ack = dict[str, Any]


class DeskEvents:
    def __init__(self, room: Room, surfaces: Surfaces) -> None:
        self.room = room
        self.surfaces = surfaces

    def command(self, identity: Identity, data: dict[str, Any]) -> Ack:
        """Return the new version; a refusal comes with its sentence and the desk as it is now, to be redrawn."""
        try:
            return {"ok": True, "version": self.room.desk_commands.command(identity.live_id, data)}
        except Refusal as refusal:
            return self.sync(identity, {}) | {"ok": False, "error": told(refusal), "reason": refusal.key}

    def sync(self, identity: Identity, _data: dict[str, Any]) -> Ack:
        fragment = self.surfaces.desk(identity.live_id)
        return {"ok": True, "version": fragment.version, "html": fragment.html}
