"""The workshop « Catalogue » holds a step of each type, and is played from the lobby to the report among simulated learners."""

import re
import signal
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESK, PHONE, SCREEN
from tests.e2e.people import approve_all, asks, come_in, followed, press_next, tap_through, what_overflows
from tests.e2e.server import ROOT
from workshop.exercises.registry import exercise_types
from workshop.plans.loader import load_library

LEARNERS = 7
CATALOGUE = load_library(ROOT / "content")["catalogue"]


@pytest.fixture
def live(server):
    """A rehearsal of the Catalogue with simulated learners in the room."""
    live = server.live("catalogue", "--rehearsal")
    command = [sys.executable, "app.py", "rehearse", "--code", live["code"], "--learners", str(LEARNERS), "--pace", "0.2"]
    company = subprocess.Popen(command, cwd=ROOT, env=server.environ, stdout=subprocess.DEVNULL)
    yield live
    company.send_signal(signal.SIGINT)
    company.wait(20)


def test_no_type_is_missing_from_the_catalogue():
    assert sorted(part.type for step in CATALOGUE.steps for part in step.parts) == sorted(exercise_types())


def test_every_type_is_played_on_phone_screen_and_desk_and_stands_in_the_report(live, open_page):
    desk, screen, phone = open_page(**DESK), open_page(**SCREEN), open_page(**PHONE)
    desk.goto(live["desk_url"])
    screen.goto(live["screen_url"])
    come_in(phone, live["phone_url"], "Zoubida")
    expect(desk.get_by_role("heading", name=f"Dans la salle ({LEARNERS + 1})")).to_be_visible(timeout=20_000)

    answered = play(desk, screen, phone)

    asked = [step.title for step in CATALOGUE.steps if step.is_answerable]
    # of a pair or a drawn person, only some are asked; everybody else is asked everything
    assert {title for title in asked if title not in answered} <= {step.title for step in CATALOGUE.steps if step.parts[0].exercise.dealing}
    expect(phone.locator("[data-moment=ended]")).to_be_visible()
    read_the_report(desk)


def play(desk: Page, screen: Page, phone: Page) -> list[str]:
    """Play all steps; return the titles of those that the phone answered."""
    answered: list[str] = []
    while desk.locator("button.next").count():
        command = press_next(desk)
        followed(screen, desk)
        title = step_on(screen)
        if command in ("open", "next") and asks(desk) and phone.locator("form.exercise").count():
            tap_through(phone)
            answered.append(title)
            most_have_answered(desk)
            approve_all(desk)
        if command == "reveal":
            expect(phone.locator("[data-moment=result]")).to_be_visible()
        assert what_overflows(screen, may_shorten=True) == [], f"the screen overflows after {command} of {title}"
    return answered


def most_have_answered(desk: Page) -> None:
    """Some simulated learners stop in the middle of a story, or lack the words for an answer."""
    desk.wait_for_function("""() => {
      const [answered, expected] = ["answered", "expected"].map((name) => Number(document.querySelector(`[data-${name}]`).textContent));
      return answered >= expected / 2;
    }""")


def step_on(screen: Page) -> str:
    which = screen.locator(".which")
    return CATALOGUE.steps[int(re.search(r"\d+", which.inner_text())[0]) - 1].title if which.count() else ""


def read_the_report(desk: Page) -> None:
    desk.get_by_role("link", name="Voir le bilan").click()
    told = desk.locator("main").inner_text()
    missing = [step.title for step in CATALOGUE.steps if any(part.exercise.section != "none" for part in step.parts) and step.title not in told]
    assert missing == []
