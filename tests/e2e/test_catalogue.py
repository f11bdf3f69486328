"""The workshop « Catalogue » holds a step of each type, is played from end to end, and can be read, heard and touched by everybody on every surface."""

import pytest
from playwright.sync_api import Page

from tests.e2e.accessibility import violations
from tests.e2e.catalogue import CATALOGUE, Surfaces, catalogue_live, come_together, play
from tests.e2e.conftest import DESK, NARROW_PHONE, SCREEN
from tests.e2e.fitting import what_is_too_small, what_is_too_wide, what_overflows
from tests.e2e.people import open_report
from workshop.exercises.registry import exercise_types

LEARNERS = 7


@pytest.fixture
def live(server):
    with catalogue_live(server, LEARNERS) as live:
        yield live


def test_no_type_is_missing_from_the_catalogue():
    assert sorted(part.type for step in CATALOGUE.steps for part in step.parts) == sorted(exercise_types())


def test_every_type_is_played_on_phone_screen_and_desk_and_stands_in_the_report(live, open_page):
    surfaces = Surfaces(open_page(**DESK), open_page(**SCREEN), open_page(**NARROW_PHONE))
    come_together(surfaces, live, LEARNERS)
    wrong: list[str] = []
    introduced: set[str] = set()

    def look(title: str, moment: str) -> None:
        # while a step is introduced, or closed, a phone shows nothing of its type: once is enough
        shown = surfaces.phone.locator(".moment").get_attribute("data-moment")
        if shown not in introduced:
            wrong.extend(f"{title}, {moment}, phone: {what}" for what in wrong_on_phone(surfaces.phone))
        if shown in ("listen", "closed"):
            introduced.add(shown)
        # while a phone answers, the two other surfaces stay as they are
        if moment != "begun":
            wrong.extend(f"{title}, {moment}, {what}" for what in wrong_before_the_room(surfaces))

    wrong.extend(f"lobby, {what}" for page in surfaces for what in violations(page))
    answered = play(surfaces, look)
    missing = told_in_report(surfaces.desk)
    wrong.extend(f"report, {what}" for what in violations(surfaces.desk))

    asked = [step.title for step in CATALOGUE.steps if step.is_answerable]
    # of a pair or a drawn person, only some are asked; everybody else is asked everything
    assert {title for title in asked if title not in answered} <= {step.title for step in CATALOGUE.steps if step.parts[0].exercise.dealing}
    assert missing == []
    assert not wrong, "\n".join(wrong)


def wrong_on_phone(phone: Page) -> list[str]:
    """What somebody could not read, hear or touch."""
    return [what for look in (violations, what_is_too_small, what_is_too_wide) for what in look(phone)]


def wrong_before_the_room(surfaces: Surfaces) -> list[str]:
    desk, screen, _ = surfaces
    on_screen = [f"screen: {what}" for what in (*violations(screen), *what_overflows(screen, may_shorten=True))]
    return on_screen + [f"desk: {what}" for what in violations(desk)]


def told_in_report(desk: Page) -> list[str]:
    """Open the report and all that is folded in it; return the titles of the steps of which it tells no sentence, or shows no figure in words too."""
    open_report(desk)
    unfold(desk)
    stories = desk.evaluate("""() => Object.fromEntries([...document.querySelectorAll('.story, .report details')].map((story) => {
      const title = story.querySelector('h3, summary').textContent.split(' · ')[0].trim();
      return [title, story.querySelector('p:not(.asked)').textContent.trim() !== '' && story.querySelector('figure figcaption, figure [aria-label], figure .visually-hidden') !== null];
    }))""")
    return [step.title for step in CATALOGUE.steps if any(part.exercise.section != "none" for part in step.parts) and not stories.get(step.title)]


def unfold(page: Page) -> None:
    """Open whatever is folded away: what cannot be seen is not looked at."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
