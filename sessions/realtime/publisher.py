"""The only emitter: after a commit it tells each surface what it now looks like, always in a named room."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from sessions.services.ports import Changed, Reach
from sessions.surfaces.rendering import Fragment, Surfaces

from . import rooms
from .notices import answers_notice, notice_of
from .pacing import Pace
from .seen import push_seen
from .sharing import Sharing

log = logging.getLogger(__name__)
COUNTS_EVERY_S = 0.05
LISTS_EVERY_S = 0.6
COMMANDS_REST, COUNTS_REST, LISTS_REST = 1.0, 4.0, 9.0
"""What desks and screens show after a command may take half the time, all rooms together, counts a fifth, lists a tenth: the rest is the phones'."""
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
        self._commands = Pace(start, sleep, COMMANDS_REST, own_rest=0)
        self._counts, self._lists = Pace(start, sleep, COUNTS_REST), Pace(start, sleep, LISTS_REST)
        self._shares = Pace(start, sleep, LISTS_REST)
        self._sharing = Sharing()
        self._say: Callable[[dict[str, Any]], None] | None = None
        self._told: dict[str, int] = {}

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
            self._counts.soon(("others", live_id), COUNTS_EVERY_S, partial(self._say_answered, live_id))
        self.answered_here(live_id)

    def answered_here(self, live_id: int) -> None:
        self._counts.soon(live_id, COUNTS_EVERY_S, partial(self._tell_counts, live_id))
        self._lists.soon(("desk", live_id), LISTS_EVERY_S, partial(self._tell_desks, live_id))
        self._share_soon(live_id)

    def settle(self) -> None:
        """Tell at once all that was to be told soon, and return when it is told."""
        paces = (self._commands, self._counts, self._lists, self._shares)
        for pace in paces:
            pace.hurry(True)
        while not all(pace.is_idle for pace in paces):
            self.sleep(0.01)
        for pace in paces:
            pace.hurry(False)

    def reaches(self, *names: str) -> bool:
        """Whether somebody of this worker is in one of these rooms: nothing is drawn for nobody."""
        known = self.server.manager.rooms.get(rooms.NAMESPACE, {})
        return any(known.get(name) for name in names)

    def _people_in(self, name: str) -> int:
        return len(self.server.manager.rooms.get(rooms.NAMESPACE, {}).get(name) or ())

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
        if change.reach is Reach.ROOM:
            self._sharing.forget(live_id)
            if self.reaches(rooms.phones(live_id)):
                self._state_changed(self.surfaces.phones(live_id), rooms.phones(live_id))
        if change.reach in (Reach.ROOM, Reach.SCREEN):
            # after the phones: drawing the lists of a full room takes longer than telling everybody
            self._commands.soon(("screen", live_id), 0, partial(self._tell_screens, live_id))
            self._commands.soon(("desk", live_id), 0, partial(self._tell_desks, live_id))
        else:
            self._lists.soon(("desk", live_id), LISTS_EVERY_S, partial(self._tell_desks, live_id))
            self._lists.soon(("lobby", live_id), LISTS_EVERY_S, partial(self._tell_lobby, live_id))
        self._share_soon(live_id)

    def _share_soon(self, live_id: int) -> None:
        """Tell the phones, soon, what the room shares; nothing more is asked where the step that is played shares nothing."""
        seconds = self._sharing.every_s(live_id)
        if seconds is not None:
            self._shares.soon(live_id, seconds, partial(self._tell_shared, live_id))

    def _tell_shared(self, live_id: int) -> None:
        phones = rooms.phones(live_id)
        if not self.reaches(phones, rooms.screens(live_id)):
            return
        news = self._sharing.news(live_id, self.surfaces.shared(live_id), self._people_in(phones))
        for fragment in news:
            self._emit("room_changed", {"run": fragment.run, "part": fragment.part, "html": fragment.html}, phones)
        if news:
            self._tell_screens(live_id)

    def _tell_counts(self, live_id: int) -> None:
        if not self.reaches(rooms.screens(live_id), rooms.desks(live_id)):
            return
        version, run, progress = self.surfaces.showing.progress(live_id)
        told = {"version": version, "run": run, "answered": progress.answered, "expected": progress.expected, "at": list(progress.at)}
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
