"""The screen of every activity holds its picture, whether nobody answered or two hundred people did, in one round or in two."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from random import Random
from shutil import copyfile

import pytest
from playwright.sync_api import Page

from sessions.domain.imagined import ImaginedRoom
from sessions.domain.views.screen import ScreenView
from tests.application import close_app, make_app
from tests.e2e.fitting import what_overflows
from tests.e2e.server import ROOT
from tests.sessions.plans import step_of
from workshop.exercises.contract import ExerciseType, Story
from workshop.exercises.registry import FOLDER, exercise_types
from workshop.figures import Bar, Bars
from workshop.plans.model import Part, Step, Workshop

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
CROWD = 200
STYLES = [ROOT / "static" / "css" / name for name in ("tokens.css", "screen.css", "figures.css")] + sorted(FOLDER.glob("*/style.css"))
OVERLAPS = """() => {
  const said = document.querySelector('.say');
  const floor = (said ?? document.querySelector('.foot')).getBoundingClientRect().top;
  const all = [...document.querySelectorAll('.figures li, .asked li')];
  return all.filter(box => box.getBoundingClientRect().bottom > floor + 2).map(box => box.innerText);
}"""
"""What stands under the sentence, or below all."""
FIT = "".join(
    re.sub(r"^export ", "", (ROOT / "static" / "js" / "screen" / name).read_text(encoding="utf-8"), flags=re.MULTILINE) for name in ("fit.js", "names.js")
)
PAGE = '<!doctype html><html lang="fr" data-scheme="light"><style>%s</style><body class="screen"><main id="surface"></main><script>%s</script></body></html>'


def room_of(exercise: ExerciseType, people: int, seed: int = 7) -> ImaginedRoom:
    plan = Workshop(id="salle", title="Un atelier", minutes=5, steps=(step_of(exercise.name),))
    return ImaginedRoom(plan, Random(seed), NOON, people)


@cache
def view_of(case: str, exercise: ExerciseType) -> ScreenView:
    """The same for both beams."""
    return CASES[case](exercise)


def told(room: ImaginedRoom) -> ScreenView:
    """Return the last thing that the screen shows of the step: the result, all points, or what was dealt."""
    shown = room.asking()
    return (room.result() or shown).screen


def nobody(exercise: ExerciseType) -> ScreenView:
    room = room_of(exercise, 1)
    room.answers = {}
    return told(room)


def second_round(exercise: ExerciseType) -> ScreenView:
    now, before = told(room_of(exercise, 20)), told(room_of(exercise, 20, seed=8))
    return replace(now, story=now.story.beside(before.story)) if now.story else now


CASES = {
    "nobody": nobody,
    "one": lambda exercise: told(room_of(exercise, 1)),
    "a full room": lambda exercise: told(room_of(exercise, 20)),
    "a crowd": lambda exercise: told(room_of(exercise, CROWD)),
    "a second round": second_round,
    "a crowd that is asked": lambda exercise: room_of(exercise, CROWD).asking().screen,
}


@pytest.fixture(scope="module")
def drawn(tmp_path_factory, sqlite_template) -> Iterator[Callable[[ScreenView], str]]:
    """drawn(view) → the fragment, as the application draws it."""
    folder = tmp_path_factory.mktemp("screens")
    app = make_app(folder, f"sqlite:///{copyfile(sqlite_template, folder / 'screens.sqlite3')}")
    surfaces = app.extensions["tremplin.room"].surfaces
    yield lambda view: surfaces.templates.get_template("screen/fragment.html").render(view=view, addresses=surfaces.addresses, wifi=None)
    close_app(app)


@pytest.fixture(params=[(1024, 768), (1920, 1080)], ids=["old beamer", "wide beamer"])
def screen(open_page, request) -> Page:
    """The two shapes of a beam: the wide one has the least height for its letters."""
    page = open_page(viewport=dict(zip(("width", "height"), request.param, strict=True)))
    page.set_content(PAGE % ("".join(path.read_text(encoding="utf-8") for path in STYLES), FIT))
    return page


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_cut_on_the_screen_of_any_activity(screen, drawn, case):
    cut = {}
    for exercise in exercise_types().values():
        screen.evaluate("html => { document.getElementById('surface').innerHTML = html; fit(); }", drawn(view_of(case, exercise)))
        overflowing = what_overflows(screen, may_shorten=True)
        if overflowing:
            cut[exercise.name] = overflowing

    assert cut == {}


LONG = "une réponse qui prend toute la place que son auteur peut lui donner, avec des mots qui ne se coupent pas bien du tout"
THINGS = ("Une aide pour passer le permis quand je suis en contrat", "Un atelier CV", "Une dette de loyer", "Une fiche de paie perdue")
FULL = {
    "eight long answers": ("choice", {
        "multiple": True, "options": [{"key": key, "label": f"{key} {LONG}"[:120], "right": key < "d"} for key in "abcdefgh"],
    }),
    "four categories": ("sorting", {
        "categories": [{"key": key, "label": f"Catégorie {key}"} for key in "abcd"],
        "items": [{"label": f"{THINGS[number % 4]} {number}", "category": "aaabbccddddd"[number]} for number in range(12)],
    }),
    "eight pairs among twelve": ("matching", {
        "pairs": [{"key": key, "left": f"Le mot {key}", "right": f"{key} {LONG}"[:60]} for key in "abcdefgh"], "decoys": [f"{n} en trop" for n in range(4)],
    }),
}  # fmt: skip
"""What an author may write at most; a wide beam is lower than a square one, and letters are as large."""


@pytest.mark.parametrize("what", FULL)
def test_the_fullest_activity_is_whole_and_its_bars_stand_clear_of_the_sentence(screen, drawn, what):
    name, fields = FULL[what]
    part = Part(type=name, specification={"prompt": "À qui est-ce que je demande, et quand ?", **fields})
    room = ImaginedRoom(Workshop(id="salle", title="Un atelier", minutes=5, steps=(Step(id="plein", title="Plein", minutes=5, parts=(part,)),)), Random(7), NOON, 20)

    for view in (room.asking().screen, room.result().screen):
        screen.evaluate("html => { document.getElementById('surface').innerHTML = html; fit(); }", drawn(view))
        assert what_overflows(screen, may_shorten=True) == []
        assert screen.evaluate(OVERLAPS) == []


TEAMS = Story("Ensemble\u00a0: 56\u202f% de réussite. Objectif 70\u202f%\u00a0: pas encore atteint.", (
    Bars("Chaque équipe, en % de réussite", tuple(Bar(name, 50, "★") for name in ("Étoile", "Lune", "Cœur", "Losange", "Triangle", "Soleil")), 100, "%"),
))  # fmt: skip


def test_the_teams_have_their_place_beside_every_result_that_is_right_or_wrong(screen, drawn):
    over = {}
    for exercise in [exercise for exercise in exercise_types().values() if exercise.grade]:
        view = replace(told(room_of(exercise, 20)), by_team=TEAMS)
        screen.evaluate("html => { document.getElementById('surface').innerHTML = html; fit(); }", drawn(view))
        if what_overflows(screen, may_shorten=True) or screen.evaluate("overflows(document.querySelector('.middle'))"):
            over[exercise.name] = screen.locator(".middle").get_attribute("data-tight")

    assert over == {}


def test_the_lobby_shows_whole_rows_of_names_the_latest_first_and_counts_those_before(screen, drawn):
    aliases = tuple(f"Maéva {number}" for number in range(48))
    lobby = ScreenView("PJKQRT", 1, "lobby", "Le marché caché et mon réseau", "", False, False, 60, aliases, promised=3)
    screen.evaluate("html => { document.getElementById('surface').innerHTML = html; fitNames(); }", drawn(lobby))

    shown = screen.locator(".aliases li:not(.rest):visible")
    beyond = screen.evaluate("""() => {
      const end = document.querySelector('.aliases').getBoundingClientRect().bottom;
      return [...document.querySelectorAll('.aliases li:not([hidden])')].filter(one => one.getBoundingClientRect().bottom > end + 1).length;
    }""")
    assert beyond == 0
    assert shown.first.inner_text() == "Maéva 47"
    assert screen.locator(".rest").inner_text() == f"et {60 - shown.count()} autres"
    assert shown.count() >= 3
    assert what_overflows(screen) == []
