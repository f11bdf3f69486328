"""The only emitter: after a commit it tells each surface what it now looks like, always in a named room."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

from sessions.services.ports import Changed, Reach
from sessions.surfaces.rendering import Fragment, Surfaces
from workshop.seen.metrics import DRAW_SECONDS

from . import rooms
from .notices import answers_notice, notice_of
from .seen import push_seen

log = logging.getLogger(__name__)
COUNTS_EVERY_S = 0.05
LISTS_EVERY_S = 0.6
RESTS = 10
"""Lists that are told again and again may take a tenth of the time and no more: the rest belongs to answers."""
LONGEST_REST_S = 10.0
REMEMBERED = 5000
"""Rooms whose last version is kept in mind; one that is forgotten is drawn once more."""


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
        self._took: dict[tuple[str, int], float] = {}
        self._telling = 0
        self._say: Callable[[dict[str, Any]], None] | None = None
        self._told: dict[str, int] = {}
        self._hurry = threading.Event()

    def attach(self, surfaces: Surfaces) -> None:
        self.surfaces = surfaces

    def join(self, say: Callable[[dict[str, Any]], None]) -> None:
        """Serve together with other workers: `say` tells them what changed."""
        self._say = say

    @push_seen
    def publish(self, changes: Sequence[Changed]) -> None:
        """Tell the surfaces, here and at the other workers."""
        if self._say and changes:
            self._say(notice_of(changes))
        self.here(changes)

    def here(self, changes: Sequence[Changed]) -> None:
        """Tell this worker's surfaces; a fault in drawing is logged and not raised, for the change is committed and everyone can still redraw."""
        for change in changes:
            try:
                self._tell(change)
            except Exception:
                log.exception("could not publish a change of live session %s", change.live_id, extra={"live_id": change.live_id})

    def answered(self, live_id: int) -> None:
        """Tell screen and desk, soon, how many have answered; many answers make one message."""
        if self._say:
            self._later("others", live_id, COUNTS_EVERY_S, self._say_answered)
        self.answered_here(live_id)

    def answered_here(self, live_id: int) -> None:
        self._later("counts", live_id, COUNTS_EVERY_S, self._tell_counts)
        self._later("desk", live_id, LISTS_EVERY_S, self._tell_desks)

    def settle(self) -> None:
        """Tell at once all that was to be told soon, and return when it is told."""
        self._hurry.set()
        while self._soon or self._telling:
            self.sleep(0.01)
        self._hurry.clear()

    def reaches(self, *names: str) -> bool:
        """Whether somebody of this worker is in one of these rooms: nothing is drawn for nobody."""
        known = self.server.manager.rooms.get(rooms.NAMESPACE, {})
        return any(known.get(name) for name in names)

    def is_behind(self, live_id: int, version: int) -> bool:
        """Whether a surface of this worker has not been told this version."""
        names = (rooms.phones(live_id), rooms.screens(live_id), rooms.desks(live_id))
        return any(self.reaches(name) and self._told.get(name, 0) < version for name in names)

    def _say_answered(self, live_id: int) -> None:
        self._say(answers_notice(live_id))

    def _tell(self, change: Changed) -> None:
        live_id = change.live_id
        for participant_id in change.removed:
            self._emit("left", {"text": "Tu n’es plus dans cette séance. Demande à l’animateur."}, rooms.person(participant_id))
        for participant_id in change.redrawn:
            self._emit("redraw", {}, rooms.person(participant_id))
        if change.reach is Reach.ROOM and self.reaches(rooms.phones(live_id)):
            self._state_changed(self.surfaces.phones(live_id), rooms.phones(live_id))
        if change.reach in (Reach.ROOM, Reach.SCREEN):
            # after the phones: drawing the lists of a full room takes longer than telling everybody
            self._later("screen", live_id, 0, self._tell_screens)
            self._later("desk at once", live_id, 0, self._tell_desks)
        else:
            self._later("desk", live_id, LISTS_EVERY_S, self._tell_desks)
            self._later("lobby", live_id, LISTS_EVERY_S, self._tell_lobby)

    def _tell_counts(self, live_id: int) -> None:
        if not self.reaches(rooms.screens(live_id), rooms.desks(live_id)):
            return
        version, run, progress = self.surfaces.showing.progress(live_id)
        told = {"version": version, "run": run, "answered": progress.answered, "expected": progress.expected}
        self._emit("answers_counted", told, rooms.screens(live_id))
        self._emit("answers_counted", told, rooms.desks(live_id))

    def _tell_screens(self, live_id: int) -> None:
        if self.reaches(rooms.screens(live_id)):
            self._state_changed(self.surfaces.screen(live_id), rooms.screens(live_id))

    def _tell_desks(self, live_id: int) -> None:
        if self.reaches(rooms.desks(live_id)):
            self._state_changed(self.surfaces.desk(live_id), rooms.desks(live_id))

    def _tell_lobby(self, live_id: int) -> None:
        """Who came in is seen on the screen in the lobby; later only the counts move."""
        if not self.reaches(rooms.screens(live_id), rooms.desks(live_id)):
            return
        view = self.surfaces.showing.screen(live_id)
        if view.moment == "lobby":
            self._state_changed(self.surfaces.screen(live_id), rooms.screens(live_id))
        else:
            self._tell_counts(live_id)

    def _state_changed(self, fragment: Fragment, room: str) -> None:
        if len(self._told) > REMEMBERED:
            self._told.clear()
        self._told[room] = fragment.version
        self._emit("state_changed", {"version": fragment.version, "html": fragment.html}, room)

    def _emit(self, event: str, data: dict[str, Any], room: str) -> None:
        # to this worker's own: the others draw for theirs
        self.server.emit(event, data, room=room, namespace=rooms.NAMESPACE, ignore_queue=True)

    def _later(self, kind: str, live_id: int, seconds: float, tell: Callable[[int], None]) -> None:
        with self._lock:
            if (kind, live_id) in self._soon:
                return
            self._soon.add((kind, live_id))
        rest = min(self._took.get((kind, live_id), 0) * RESTS, LONGEST_REST_S) if seconds else 0
        self.start(self._wait_and_tell, kind, live_id, max(seconds, rest), tell)

    def _wait_and_tell(self, kind: str, live_id: int, seconds: float, tell: Callable[[int], None]) -> None:
        if seconds:
            self._hurry.wait(seconds)
        with self._lock:
            self._soon.discard((kind, live_id))
            self._telling += 1
        began = time.thread_time()
        try:
            tell(live_id)
        except Exception:
            log.exception("could not tell %s of live session %s", kind, live_id, extra={"live_id": live_id})
        finally:
            with self._lock:
                self._telling -= 1
            self._note(kind, live_id, time.thread_time() - began)

    def _note(self, kind: str, live_id: int, took: float) -> None:
        """Remember what is slow to draw: the fuller a room, the longer the rest between two drawings of its lists."""
        if len(self._took) > 5000:
            self._took.clear()
        DRAW_SECONDS.observe(took)
        if took * RESTS > COUNTS_EVERY_S:
            self._took[kind, live_id] = took
        else:
            self._took.pop((kind, live_id), None)
