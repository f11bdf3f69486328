"""Draws an activity for its author: the very fragments that a room gets, of a room that is imagined."""

from datetime import UTC, datetime
from random import Random

from jinja2 import Environment

from sessions.domain.imagined import ImaginedRoom, Shown
from workshop.authoring.preview import Preview, Seen
from workshop.authoring.trial import trial_workshop
from workshop.exercises.contract import ExerciseType, Specification

from .addresses import Addresses

SEED = 7
NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
"""The time in the imagined room, always the same: the preview of the same form never changes."""


class Previewing:
    def __init__(self, templates: Environment, addresses: Addresses) -> None:
        self.templates = templates
        self.addresses = addresses

    def __call__(self, exercise: ExerciseType, specification: Specification) -> Preview:
        """Return the phone and the screen, before and after the reveal. Before it they know no more than what the type makes public."""
        room = ImaginedRoom(trial_workshop(exercise, specification), Random(SEED), NOON)
        asking, result = room.asking(), room.result()
        return Preview(self._seen(asking), self._seen(result) if result else None)

    def _seen(self, shown: Shown) -> Seen:
        return Seen(self._drawn("phone/fragment.html", shown.phone), self._drawn("screen/fragment.html", shown.screen))

    def _drawn(self, template: str, view: object) -> str:
        return self.templates.get_template(template).render(view=view, addresses=self.addresses, wifi=None)
