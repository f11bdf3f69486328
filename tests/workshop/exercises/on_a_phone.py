"""A type's form on a small phone's screen, in a real browser, with the frame's own scripts."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route, sync_playwright

from workshop.exercises.contract import Answer
from workshop.exercises.reading import read_answer
from workshop.exercises.registry import exercise_type, sample_of

from .plain_form import EXERCISES, ROOT, macros

ADDRESS = "http://room.test/"
FRAME = ROOT / "static" / "js" / "phone"
PAGE = """<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width"><style>%s</style>
<form class="exercise">%s</form>
<script type="module">
import { enhance } from "/phone.js"; import { nested } from "/form.js"; import { takeTurns } from "/turns.js";
const form = document.querySelector("form"); takeTurns(form); enhance(form); takeTurns(form); enhance(form); window.answer = () => nested(form);
</script></html>"""

Act = Callable[[Page], Any]
OnPhone = Callable[..., Any]


def opened() -> Iterator[OnPhone]:
    """Yield on_phone(type, act, mine=None): what `act(page)` returns once the type's form is on a small phone's screen.

    It happens in a thread of its own, so that this browser and that of other tests never share a loop.
    """
    with ThreadPoolExecutor(1) as thread:
        playwright = thread.submit(lambda: sync_playwright().start()).result()
        path = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = thread.submit(lambda: playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])).result()
        yield lambda name, act, mine=None: thread.submit(_act, browser, name, act, mine).result()
        thread.submit(browser.close).result()
        thread.submit(playwright.stop).result()


def _act(browser: Browser, name: str, act: Act, mine: Answer | None) -> Any:
    page = browser.new_page(viewport={"width": 320, "height": 640})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route(f"{ADDRESS}**", lambda route: _serve(route, name, mine))
    page.goto(ADDRESS)
    page.wait_for_function("window.answer")
    done = act(page)
    page.close()
    assert errors == []
    return done


def _serve(route: Route, name: str, mine: Answer | None) -> None:
    files: dict[str, Path] = {"phone.js": EXERCISES / name / "phone.js"} | {file: FRAME / file for file in ("form.js", "speech.js", "turns.js")}
    file = route.request.url.removeprefix(ADDRESS)
    if file in files:
        route.fulfill(path=files[file], content_type="text/javascript")
    else:
        style = (ROOT / "static/css/phone.css").read_text(encoding="utf-8") + (EXERCISES / name / "style.css").read_text(encoding="utf-8")
        form = macros(name, "phone.html").form(exercise_type(name).public(specification(name)), mine)
        route.fulfill(body=PAGE % (style, form), content_type="text/html; charset=utf-8")


def specification(name):
    return sample_of(exercise_type(name)).specification


def read(name, page):
    """Return the answer that the form would send now, as the server reads it."""
    return read_answer(exercise_type(name), specification(name), page.evaluate("answer()"))


def press(page, *names):
    for name in names:
        page.get_by_role("button", name=name, exact=True).click()
