"""The only emitter: after a commit it tells each surface what it now looks like, always in a named room."""

import logging
import threading
from collections.abc import Callable, Sequence
from typing import Any

from sessions.services.ports import Changed, Reach
from sessions.surfaces.rendering import Fragment, Surfaces

from . import rooms

log = logging.getLogger(__name__)
COUNTS_EVERY_S = 0.05
LISTS_EVERY_S = 0.6


class Silent:
    """For commands that run beside the server (`app.py live`): surfaces read the database when they come."""

    def publish(self, changes: Sequence[Changed]) -> None: ...

    def answered(self, live_id: int) -> None: ...


class LivePublisher:
    """`server` is the bare Socket.IO server; `start` and `sleep` belong to its event loop."""

    def __init__(self, server: Any, start: Callable[..., Any], sleep: Callable[[float], None]) -> None:
        self.server = server
        self.start = start
        self.sleep = sleep
        self.surfaces: Surfaces | None = None
        self._lock = threading.Lock()
        self._soon: set[tuple[str, int]] = set()
        self._telling = 0
        self._hurry = threading.Event()

    def attach(self, surfaces: Surfaces) -> None:
        self.surfaces = surfaces

    def publish(self, changes: Sequence[Changed]) -> None:
        """Tell the surfaces; a fault in drawing is logged and not raised, for the change is committed and everyone can still redraw."""
        for change in changes:
            try:
                self._tell(change)
            except Exception:
                log.exception("could not publish a change of live session %s", change.live_id)

    def answered(self, live_id: int) -> None:
        """Tell screen and desk, soon, how many have answered; many answers make one message."""
        self._later("counts", live_id, COUNTS_EVERY_S, self._tell_counts)
        self._later("desk", live_id, LISTS_EVERY_S, self._tell_desks)

    def settle(self) -> None:
        """Tell at once all that was to be told soon, and return when it is told."""
        self._hurry.set()
        while self._soon or self._telling:
            self.sleep(0.01)
        self._hurry.clear()

    def _tell(self, change: Changed) -> None:
        live_id = change.live_id
        for participant_id in change.removed:
            self._emit("left", {"text": "Tu n’es plus dans cette séance. Demande à l’animateur."}, rooms.person(participant_id))
        for participant_id in change.redrawn:
            self._emit("redraw", {}, rooms.person(participant_id))
        if change.reach is Reach.ROOM:
            self._state_changed(self.surfaces.phones(live_id), rooms.phones(live_id))
        if change.reach in (Reach.ROOM, Reach.SCREEN):
            self._state_changed(self.surfaces.screen(live_id), rooms.screens(live_id))
            self._tell_desks(live_id)
        else:
            self._later("desk", live_id, LISTS_EVERY_S, self._tell_desks)
            self._later("lobby", live_id, LISTS_EVERY_S, self._tell_lobby)

    def _tell_counts(self, live_id: int) -> None:
        version, run, progress = self.surfaces.showing.progress(live_id)
        told = {"version": version, "run": run, "answered": progress.answered, "expected": progress.expected}
        self._emit("answers_counted", told, rooms.screens(live_id))
        self._emit("answers_counted", told, rooms.desks(live_id))

    def _tell_desks(self, live_id: int) -> None:
        self._state_changed(self.surfaces.desk(live_id), rooms.desks(live_id))

    def _tell_lobby(self, live_id: int) -> None:
        """Who came in is seen on the screen in the lobby; later only the counts move."""
        view = self.surfaces.showing.screen(live_id)
        if view.moment == "lobby":
            self._state_changed(self.surfaces.screen(live_id), rooms.screens(live_id))
        else:
            self._tell_counts(live_id)

    def _state_changed(self, fragment: Fragment, room: str) -> None:
        self._emit("state_changed", {"version": fragment.version, "html": fragment.html}, room)

    def _emit(self, event: str, data: dict[str, Any], room: str) -> None:
        self.server.emit(event, data, room=room, namespace=rooms.NAMESPACE)

    def _later(self, kind: str, live_id: int, seconds: float, tell: Callable[[int], None]) -> None:
        with self._lock:
            if (kind, live_id) in self._soon:
                return
            self._soon.add((kind, live_id))
        self.start(self._wait_and_tell, kind, live_id, seconds, tell)

    def _wait_and_tell(self, kind: str, live_id: int, seconds: float, tell: Callable[[int], None]) -> None:
        self._hurry.wait(seconds)
        with self._lock:
            self._soon.discard((kind, live_id))
            self._telling += 1
        try:
            tell(live_id)
        except Exception:
            log.exception("could not tell %s of live session %s", kind, live_id)
        finally:
            with self._lock:
                self._telling -= 1
