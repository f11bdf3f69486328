"""Several workers, one room: what another worker changed is drawn here too, and what was not heard is found by looking.

The database decides: a surface of this worker that was told an older version than the stored one is redrawn. So a lost notice costs a few
seconds, and a room whose phones stand on two workers goes on while Redis is away.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from sessions.services.ports import Changed, Reach
from sessions.services.room import Room

from . import rooms
from .notices import EVERYTHING, changes_in
from .presence import Presence
from .publisher import LivePublisher

log = logging.getLogger(__name__)
LOOKS_EVERY_S = 10.0
LOOKS_WHEN_CUT_EVERY_S = 2.0
STEP_S = 0.5


class Together:
    """`say(notice)` reaches the other workers; `is_cut()` tells whether it does."""

    def __init__(self, room: Room, presence: Presence, publisher: LivePublisher, say: Callable[[dict[str, Any]], None], is_cut: Callable[[], bool]) -> None:
        self.room = room
        self.presence = presence
        self.publisher = publisher
        self.say = say
        self.is_cut = is_cut

    def heard(self, notice: dict[str, Any]) -> None:
        """Draw here what another worker changed."""
        if notice == EVERYTHING:
            self._redraw_everything()
        elif "answered" in notice:
            self.publisher.answered_here(int(notice["answered"]))
        else:
            self.publisher.here(changes_in(notice))

    def moved(self, is_cut: bool) -> None:
        """The link was cut: every desk says so. It is back: everybody is redrawn, here and elsewhere."""
        if is_cut:
            for live_id in self.presence.lives():
                self.publisher.here([Changed(live_id)])
            return
        self.say(EVERYTHING)
        self._redraw_everything()

    def look_for_ever(self) -> None:
        """Look every few seconds, more often while the link is cut."""
        last = time.monotonic()
        while True:
            self.publisher.sleep(STEP_S)
            if time.monotonic() - last < (LOOKS_WHEN_CUT_EVERY_S if self.is_cut() else LOOKS_EVERY_S):
                continue
            try:
                self.look()
            except Exception:
                log.exception("could not look for what other workers changed")
            last = time.monotonic()

    def look(self) -> None:
        """Redraw what changed elsewhere, and say of those who are here that they are."""
        lives = self.presence.lives()
        if not lives:
            return
        with self.room.store.read() as reads:
            versions = reads.lives.versions(lives)
            away = reads.people.away_among(self.presence.people())
        for live_id, participant_id in away:
            self.room.answering.came_back(live_id, participant_id)
        for live_id, version in versions.items():
            if self.publisher.is_behind(live_id, version):
                self.publisher.here([Changed(live_id, reach=Reach.ROOM)])
            elif self.is_cut() and self.publisher.reaches(rooms.desks(live_id), rooms.screens(live_id)):
                self.publisher.answered_here(live_id)

    def _redraw_everything(self) -> None:
        self.publisher.here([Changed(live_id, reach=Reach.ROOM) for live_id in self.presence.lives()])
