"""Socket.IO's register of who is in which room, which also knows the rooms of each client: one who leaves is not looked for in ten thousand others."""

from typing import Any

from socketio import Manager
from socketio.base_manager import BaseManager


class KnownRooms(BaseManager):
    """Goes before a manager of python-socketio, whose own `basic_disconnect` looks through every room of the namespace."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._rooms_of: dict[tuple[str, str], set[str | None]] = {}

    def basic_enter_room(self, sid: str, namespace: str, room: str | None, eio_sid: str | None = None) -> None:
        super().basic_enter_room(sid, namespace, room, eio_sid=eio_sid)
        self._rooms_of.setdefault((namespace, sid), set()).add(room)

    def basic_leave_room(self, sid: str, namespace: str, room: str | None) -> None:
        super().basic_leave_room(sid, namespace, room)
        self._rooms_of.get((namespace, sid), set()).discard(room)

    def basic_disconnect(self, sid: str, namespace: str, **named: Any) -> None:
        for room in self._rooms_of.pop((namespace, sid), ()):
            self.basic_leave_room(sid, namespace, room)
        self.callbacks.pop(sid, None)
        for waiting in (self.pending_connect, self.pending_disconnect):
            if sid in waiting.get(namespace, ()):
                waiting[namespace].remove(sid)
                if not waiting[namespace]:
                    del waiting[namespace]


class Register(KnownRooms, Manager):
    """The register of a worker that serves alone."""
