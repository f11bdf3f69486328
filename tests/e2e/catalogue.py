"""The workshop « Catalogue », a step of each type, played from the lobby to the end among simulated learners: by the tests and by the contact sheet."""

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Page, expect

from tests.e2e.people import approve_all, asks, come_in, followed, press_next, tap_through
from tests.e2e.server import ROOT, Server
from workshop.plans.loader import load_library

CATALOGUE = load_library(ROOT / "content")["catalogue"]


class Surfaces(NamedTuple):
    desk: Page
    screen: Page
    phone: Page


Look = Callable[[str, str], None]
"""look(title, moment): called at each moment of each step; moments are the desk's commands, and « asked », « begun » (once a touch), « answered »."""


@contextmanager
def catalogue_live(server: Server, learners: int) -> Iterator[dict[str, str]]:
    """A rehearsal of the Catalogue with simulated learners in the room; gives what `app.py live --json` prints."""
    live = server.live("catalogue", is_rehearsal=True)
    command = [sys.executable, "app.py", "rehearse", "--code", live["code"], "--learners", str(learners), "--pace", "0.2"]
    company = subprocess.Popen(command, cwd=ROOT, env=server.environ, stdout=subprocess.DEVNULL)
    try:
        yield live
    finally:
        company.send_signal(signal.SIGINT)
        company.wait(20)


def come_together(surfaces: Surfaces, live: dict[str, str], learners: int) -> None:
    surfaces.desk.goto(live["desk_url"])
    surfaces.screen.goto(live["screen_url"])
    come_in(surfaces.phone, live["phone_url"], "Zoubida")
    expect(surfaces.desk.get_by_role("heading", name=f"Dans la salle ({learners + 1})")).to_be_visible(timeout=20_000)


def play(surfaces: Surfaces, look: Look) -> list[str]:
    """Play all steps; return the titles of those that the phone answered."""
    desk, screen, phone = surfaces
    answered: list[str] = []
    while desk.locator("button.next").count():
        command = press_next(desk)
        followed(screen, desk)
        expect(phone.locator(".moment")).to_have_attribute("data-version", desk.locator(".page").get_attribute("data-version"))
        title = _step_on(screen)
        if command in ("open", "next") and asks(desk) and phone.locator("form.exercise").count():
            look(title, "asked")
            tap_through(phone, after_each=lambda title=title: look(title, "begun"))
            answered.append(title)
            _most_have_answered(desk)
            if is_approved(title):
                desk.locator(".texts [data-shown=wait]").first.wait_for()
            look(title, "answered")
            approve_all(desk)
        if command == "reveal":
            expect(phone.locator("[data-moment=result]")).to_be_visible()
        look(title, command)
    expect(phone.locator("[data-moment=ended]")).to_be_visible()
    return answered


def is_approved(title: str) -> bool:
    return any(part.approval for step in CATALOGUE.steps if step.title == title for part in step.parts)


def _most_have_answered(desk: Page) -> None:
    """Some simulated learners stop in the middle of a story, or lack the words for an answer."""
    desk.wait_for_function("""() => {
      const [answered, expected] = ["answered", "expected"].map((name) => Number(document.querySelector(`[data-${name}]`).textContent));
      return answered >= expected / 2;
    }""")


def _step_on(screen: Page) -> str:
    which = screen.locator(".which")
    return CATALOGUE.steps[int(re.search(r"\d+", which.inner_text())[0]) - 1].title if which.count() else ""
