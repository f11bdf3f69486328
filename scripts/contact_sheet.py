#!/usr/bin/env python3
"""Draws the contact sheet of all activities: plays the workshop « Catalogue » and puts phone, screen and report of each type side by side.

Writes test-artifacts/contact-sheet/: the photographs, index.html, and sheet-1.png, sheet-2.png… with a few types each.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.e2e.catalogue import CATALOGUE, Surfaces, catalogue_live, come_together, play  # noqa: E402
from tests.e2e.conftest import DESK, FLAGS, PHONE, SCREEN  # noqa: E402
from tests.e2e.people import open_report  # noqa: E402
from tests.e2e.server import Server  # noqa: E402
from tests.tools import find_tool  # noqa: E402

OUT = ROOT / "test-artifacts" / "contact-sheet"
LEARNERS = 13
REPORT_PX = 640
TYPES_A_SHEET = 4
COLUMNS = {"phone": "téléphone", "phone-sent": "téléphone, répondu", "phone-result": "téléphone, révélé", "screen": "écran, révélé", "report": "bilan"}
STYLE = """
  body { margin: 16px; font: 16px system-ui, sans-serif; background: #ddd; }
  table { border-spacing: 12px; } th { text-align: start; vertical-align: top; } td { vertical-align: top; }
  img { display: block; inline-size: 100%; border: 1px solid #888; background: #fff; }
  .phone, .phone-sent, .phone-result { inline-size: 252px; } .screen { inline-size: 580px; } .report { inline-size: 480px; }
"""


PHONES = {"next": "phone", "open": "phone", "asked": "phone", "answered": "phone-sent", "reveal": "phone-result"}
WHOLE_PAGE = {"full_page": True, "style": "footer { position: static !important; }"}
REDRAWN_MS = 800
"""Counts and approved texts come to the screen a little later than commands."""


class Photographer:
    """Keeps the last photograph of the screen, and of the phone the first of each kind."""

    def __init__(self, surfaces: Surfaces) -> None:
        self.surfaces = surfaces
        self.names = {step.title: step.id for step in CATALOGUE.steps}

    def look(self, title: str, moment: str) -> None:
        if title not in self.names:
            return
        column = PHONES.get(moment, "")
        is_introduced = self.surfaces.phone.locator("[data-moment=listen]").count()
        if moment == "answered":
            # what was sent, as the server gives it back: the fields were filled in without touching what enhances them
            self.surfaces.phone.reload()
        if column and not is_introduced and not self._path(title, column).exists():
            self._take(self.surfaces.phone, title, column, **WHOLE_PAGE)
        if moment not in ("asked", "begun", "answered", "show_page"):
            self.surfaces.screen.wait_for_timeout(REDRAWN_MS)
            self._take(self.surfaces.screen, title, "screen")

    def read_report(self) -> None:
        desk = self.surfaces.desk
        desk.set_viewport_size({"width": REPORT_PX, "height": 900})
        open_report(desk)
        desk.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
        for title in self.names:
            told = desk.locator(".story, .report details", has_text=title)
            if told.count():
                told.first.screenshot(path=self._path(title, "report"))

    def _take(self, page: Page, title: str, column: str, **options: Any) -> None:
        page.screenshot(path=self._path(title, column), **options)

    def _path(self, title: str, column: str) -> Path:
        return OUT / f"{self.names[title]}-{column}.png"


def main() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(find_tool("chromium")), args=list(FLAGS))
        _play(Server(Path(folder)), browser)
        _draw(browser)
        browser.close()
    print(OUT)


def _play(server: Server, browser: Browser) -> None:
    server.start()
    try:
        with catalogue_live(server, LEARNERS) as live:
            surfaces = Surfaces(*(browser.new_context(**options).new_page() for options in (DESK, SCREEN, PHONE)))
            photographer = Photographer(surfaces)
            come_together(surfaces, live, LEARNERS)
            play(surfaces, photographer.look)
            photographer.read_report()
    finally:
        server.stop()


def _draw(browser: Browser) -> None:
    steps = list(CATALOGUE.steps)
    page = browser.new_page(viewport={"width": 1980, "height": 1000})
    _write(OUT / "index.html", steps)
    for number, first in enumerate(range(0, len(steps), TYPES_A_SHEET), start=1):
        sheet = OUT / f"sheet-{number}.html"
        _write(sheet, steps[first : first + TYPES_A_SHEET])
        page.goto(sheet.as_uri())
        page.screenshot(path=sheet.with_suffix(".png"), full_page=True)
        sheet.unlink()


def _write(path: Path, steps: list) -> None:
    heads = "".join(f'<th class="{column}">{label}</th>' for column, label in COLUMNS.items())
    rows = "".join(f"<tr><th>{step.parts[0].type}<br><small>{step.title}</small></th>{_cells(step.id)}</tr>" for step in steps)
    path.write_text(f'<!doctype html><meta charset="utf-8"><style>{STYLE}</style><table><tr><td></td>{heads}</tr>{rows}</table>', encoding="utf-8")


def _cells(step_id: str) -> str:
    names = {column: f"{step_id}-{column}.png" for column in COLUMNS}
    return "".join(f'<td class="{column}">{f"<img src={name} alt>" if (OUT / name).exists() else ""}</td>' for column, name in names.items())


if __name__ == "__main__":
    main()
