"""A type's form on a small phone's screen, in a real browser, with the frame's own scripts."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Playwright, Route, sync_playwright

from tests.e2e.conftest import FLAGS
from tests.tools import find_tool
from workshop.exercises.contract import Answer, Specification
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of

from .plain_form import EXERCISES, ROOT, macros

ADDRESS = "http://room.test/"
SMALL = {"width": 320, "height": 640}
FORGET = "localStorage.clear(); sessionStorage.clear()"
FRAME = ROOT / "static" / "js" / "phone"
PAGE = """<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width"><style>%s</style>
<form class="exercise">%s</form>
<script type="module">
import { enhance } from "/phone.js"; import { nested } from "/form.js"; import { takeTurns } from "/turns.js"; import { pocketOf } from "/pocket.js";
const form = document.querySelector("form"); window.pocket = pocketOf(form); takeTurns(form); enhance(form, pocket); takeTurns(form); enhance(form, pocket); window.answer = () => nested(form);
</script></html>"""

Act = Callable[[Page], Any]


class OnPhone:
    """Call it with a type and `act`, an earlier answer or None, and what its author wrote (the sample's where nothing is given): it returns what
    `act(page)` does once the type's form is on a small phone's screen.

    It happens in a thread of its own, so that this browser and that of other tests never share a loop. One page serves all: making one took longer
    than most tests; it forgets what a test has left on it.
    """

    def __init__(self, thread: ThreadPoolExecutor, page: Page) -> None:
        self.thread, self.page = thread, page

    def __call__(self, name: str, act: Act, mine: Answer | None = None, asked: Specification | None = None) -> Any:
        return self.thread.submit(_act, self.page, name, act, mine, asked or specification(name)).result()

    def alone(self, name: str, act: Act) -> Any:
        """The same on a page of its own, for what cannot be undone: a clock that the test holds."""
        return self.thread.submit(_act_alone, self.page, name, act).result()


def opened() -> Iterator[OnPhone]:
    with ThreadPoolExecutor(1) as thread:
        playwright = thread.submit(lambda: sync_playwright().start()).result()
        page = thread.submit(_page, playwright).result()
        yield OnPhone(thread, page)
        thread.submit(page.context.browser.close).result()
        thread.submit(playwright.stop).result()


def _page(playwright: Playwright) -> Page:
    browser = playwright.chromium.launch(executable_path=find_tool("chromium"), args=list(FLAGS))
    return browser.new_page(viewport=SMALL)


def _act_alone(beside: Page, name: str, act: Act) -> Any:
    page = beside.context.browser.new_page(viewport=SMALL)
    try:
        return _act(page, name, act, None, specification(name))
    finally:
        page.close()


def _act(page: Page, name: str, act: Act, mine: Answer | None, asked: Specification) -> Any:
    errors: list[str] = []
    note = lambda error: errors.append(str(error))  # noqa: E731
    page.on("pageerror", note)
    page.route(f"{ADDRESS}**", lambda route: _serve(route, name, mine, asked))
    try:
        page.goto(ADDRESS)
        page.wait_for_function("window.answer")
        done = act(page)
    finally:
        page.evaluate(FORGET)
        page.unroute_all(behavior="wait")
        page.emulate_media(reduced_motion="null")
        page.remove_listener("pageerror", note)
    assert errors == []
    return done


def _serve(route: Route, name: str, mine: Answer | None, asked: Specification) -> None:
    files: dict[str, Path] = {"phone.js": EXERCISES / name / "phone.js"} | {file: FRAME / file for file in ("drafts.js", "form.js", "pocket.js", "speech.js", "turns.js")}
    file = route.request.url.removeprefix(ADDRESS)
    if file == "phone.js" and not files[file].exists():
        route.fulfill(body="export const enhance = () => {};", content_type="text/javascript")
    elif file in files:
        route.fulfill(path=files[file], content_type="text/javascript")
    else:
        styles = (ROOT / "static/css/phone.css", EXERCISES / name / "style.css")
        style = "".join(path.read_text(encoding="utf-8") for path in styles if path.exists())
        form = macros(name, "phone.html").form(exercise_type(name).public(asked), mine)
        route.fulfill(body=PAGE % (style, form), content_type="text/html; charset=utf-8")


def specification(name):
    return sample_of(exercise_type(name)).specification


def read(name, page):
    """Return the answer that the form would send now, as the server reads it."""
    return read_answer(exercise_type(name), specification(name), page.evaluate("answer()"))


def press(page, *names):
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()
