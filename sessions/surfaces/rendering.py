"""One fragment per surface, rendered once and pushed to all who see the same."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from sessions.services.showing import Showing

from .addresses import Addresses, wifi_qr

REMEMBERED = 2000
"""Fragments of a few kilobytes: one for each room of a process."""


@dataclass(frozen=True)
class Fragment:
    version: int
    html: str
    is_personal: bool = False
    """True where it lacks what is this person's own."""


@dataclass(frozen=True)
class SharedFragment:
    """What the room shares of one part of a run: the inside of the place that the phone's form keeps for it."""

    run: str
    part: int
    html: str


@dataclass(frozen=True)
class Wifi:
    """The room's own network, where the organisation gave it."""

    name: str
    password: str

    @property
    def qr(self) -> Markup:
        return wifi_qr(self.name, self.password)


class Surfaces:
    """`wifi_of(live_id)` returns the network of the session's organisation, or None; `is_cut()` whether the link to the other workers is cut."""

    def __init__(
        self, showing: Showing, templates: Environment, addresses: Addresses, wifi_of: Callable[[int], Wifi | None], is_cut: Callable[[], bool] = lambda: False
    ) -> None:
        self.showing = showing
        self.templates = templates
        self.addresses = addresses
        self.wifi_of = wifi_of
        self.is_cut = is_cut
        self._for_newcomers: dict[int, tuple[tuple[str, int, str], Fragment]] = {}

    def phone(self, live_id: int, participant_id: int, wanted: int | None = None) -> Fragment:
        """Return one person's fragment; raises Refusal where she is no longer in the session."""
        return self._drawn("phone/fragment.html", self.showing.phone(live_id, participant_id, wanted))

    def newcomer(self, live_id: int) -> Fragment:
        """Return the fragment of somebody who has just come in: the same for all of them, so it is drawn once."""
        view = self.showing.newcomer(live_id)
        if view.remaining_s is not None:
            return self._drawn("phone/fragment.html", view)
        seen, drawn = self._for_newcomers.get(live_id, (None, None))
        if seen != (view.code, view.version, view.moment):
            drawn = self._drawn("phone/fragment.html", view)
            if len(self._for_newcomers) >= REMEMBERED:
                self._for_newcomers.clear()
            self._for_newcomers[live_id] = ((view.code, view.version, view.moment), drawn)
        return drawn

    def in_place_of(self, live_id: int, participant_id: int, answer_to: str) -> Fragment:
        """Return somebody's fragment for the counsellor who answers in her place; its form goes to `answer_to`."""
        return self._drawn("phone/fragment.html", self.showing.phone(live_id, participant_id, for_another=True), answer_to=answer_to)

    def phones(self, live_id: int) -> Fragment:
        """Return the fragment that is pushed to all phones."""
        return self._drawn("phone/fragment.html", self.showing.phones(live_id))

    def shared(self, live_id: int) -> tuple[SharedFragment, ...]:
        """Return what is pushed to all phones while they answer, part by part; nothing where the step does not share or is not open."""
        template = self.templates.get_template("phone/shared.html")
        return tuple(SharedFragment(part.run, part.place, template.render(part=part)) for part in self.showing.shared(live_id))

    def screen(self, live_id: int) -> Fragment:
        view = self.showing.screen(live_id)
        return self._drawn("screen/fragment.html", view, wifi=self.wifi_of(live_id) if view.moment == "lobby" else None)

    def desk(self, live_id: int) -> Fragment:
        return self._drawn("desk/fragment.html", self.showing.desk(live_id), is_cut=self.is_cut())

    def _drawn(self, template: str, view: Any, **beside: Any) -> Fragment:
        html = self.templates.get_template(template).render(view=view, addresses=self.addresses, **beside)
        return Fragment(view.version, html, getattr(view, "is_personal", False))
