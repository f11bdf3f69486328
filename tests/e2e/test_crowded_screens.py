"""The screen of every activity holds its picture, whether nobody answered or two hundred people did, in one round or in two."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from random import Random
from shutil import copyfile

import pytest
from playwright.sync_api import Page

from sessions.domain.imagined import ImaginedRoom
from sessions.domain.pages import pages_of_result
from sessions.domain.results import PartAnswers, story_of_step
from sessions.domain.shown import Result
from sessions.domain.views.screen import ScreenView
from tests.application import close_app, make_app
from tests.e2e.fitting import what_overflows
from tests.e2e.server import ROOT
from tests.sessions.plans import step_of
from workshop.exercises.contract import ExerciseType, Story
from workshop.exercises.registry import FOLDER, exercise_types
from workshop.figures import Bar, Bars, Board, Group, Note
from workshop.plans.model import Part, Step, Workshop

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)
CROWD = 200
STYLES = [ROOT / "static" / "css" / name for name in ("tokens.css", "screen.css", "figures-drawn.css", "figures.css")] + sorted(FOLDER.glob("*/style.css"))
OVERLAPS = """() => {
  const said = document.querySelector('.say');
  const floor = (said ?? document.querySelector('.foot')).getBoundingClientRect().top;
  const all = [...document.querySelectorAll('.figures li, .figures .figure-put, .asked li')];
  return all.filter(box => box.getBoundingClientRect().bottom > floor + 2).map(box => box.innerText);
}"""
"""What stands under the sentence, or below all."""
CUT_NOTES = """() => {
  const {right, bottom} = document.querySelector('.figures, .dealt').getBoundingClientRect();
  const isCut = ({scrollHeight, clientHeight, scrollWidth, clientWidth}) => scrollHeight > clientHeight + 1 || scrollWidth > clientWidth + 1;
  const isOut = note => { const box = note.getBoundingClientRect(); return box.bottom > bottom + 2 || box.right > right + 2; };
  return [...document.querySelectorAll('.figures .figure-note')].filter(note => isOut(note) || isCut(note)
    || getComputedStyle(note.firstElementChild).webkitLineClamp !== 'none').map(note => note.innerText);
}"""
"""What the room wrote and cannot read to its end."""
FIT = "".join(
    re.sub(r"^export ", "", (ROOT / "static" / "js" / "screen" / name).read_text(encoding="utf-8"), flags=re.MULTILINE) for name in ("fit.js", "names.js")
)
PAGE = '<!doctype html><html lang="fr" data-scheme="light"><style>%s</style><body class="screen"><main id="surface"></main><script>%s</script></body></html>'


def room_of(exercise: ExerciseType, people: int, seed: int = 7) -> ImaginedRoom:
    plan = Workshop(id="salle", title="Un atelier", minutes=5, steps=(step_of(exercise.name),))
    return ImaginedRoom(plan, Random(seed), NOON, people)


@cache
def views_of(case: str, exercise: ExerciseType) -> Sequence[ScreenView]:
    """The same for both beams."""
    return CASES[case](exercise)


def told(room: ImaginedRoom) -> ScreenView:
    """Return the last thing that the screen shows of the step: the result, all points, or what was dealt."""
    shown = room.asking()
    return (room.result() or shown).screen


def in_pages(view: ScreenView, story: Story) -> Sequence[ScreenView]:
    """Return the screen with that result, page by page."""
    return [replace(view, story=page.story, page=page) for page in pages_of_result(Result(view.heading, story))]


def all_told(room: ImaginedRoom) -> Sequence[ScreenView]:
    view = told(room)
    return in_pages(view, story_of(room)) if view.story else [view]


def story_of(room: ImaginedRoom) -> Story:
    return story_of_step(room.step, (PartAnswers(room.answers),))


def nobody(exercise: ExerciseType) -> Sequence[ScreenView]:
    room = room_of(exercise, 1)
    room.answers = {}
    return all_told(room)


def second_round(exercise: ExerciseType) -> Sequence[ScreenView]:
    room, before = room_of(exercise, 20), room_of(exercise, 20, seed=8)
    view = told(room)
    return in_pages(view, story_of(room).beside(story_of(before))) if view.story else [view]


CASES = {
    "nobody": nobody,
    "one": lambda exercise: all_told(room_of(exercise, 1)),
    "a full room": lambda exercise: all_told(room_of(exercise, 20)),
    "a crowd": lambda exercise: all_told(room_of(exercise, CROWD)),
    "a second round": second_round,
    "a crowd that is asked": lambda exercise: [room_of(exercise, CROWD).asking().screen],
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
        for view in views_of(case, exercise):
            screen.evaluate("html => { document.getElementById('surface').innerHTML = html; fit(); }", drawn(view))
            overflowing = what_overflows(screen, may_shorten=True) + (screen.evaluate(CUT_NOTES) if view.story else [])
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


FACE = ROOT / "static" / "vendor" / "atkinson" / "atkinson-hyperlegible-next-latin-wght-normal.woff2"
LEAST_LETTER = 0.031
"""Of a text that is read aloud, in heights of the screen: 24 of 768 pixels, as large as a board that was never full."""
SAID = (
    "Je voudrais apprendre à me présenter sans stresser, parce que la dernière fois j’ai perdu mes mots devant le responsable du magasin. "
    "Anticonstitutionnellement, l’intergénérationnel me bloque ; « ça » va mieux depuis que je m’entraîne devant la glace, où personne ne me voit. "
)


def board(count: int, length: int, titles: Sequence[str] = ("",), write: Callable[[str], str] = str) -> Board:
    notes = [Note(write(f"{number} {SAID * 8}"[: length + 37 * number % 90])) for number in range(1, count + 1)]
    return Board("", tuple(Group(title, tuple(notes[place :: len(titles)])) for place, title in enumerate(titles)))


BOARDS = {
    "three": (board(3, 150),), "fourteen": (board(14, 150),), "forty": (board(40, 180),), "at the top of one’s voice": (board(14, 150, write=str.upper),),
    "a story": (board(3, 900),), "without a blank": (board(6, 200, write=lambda text: text.replace(" ", "")),), "two hundred ideas": (board(200, 1),),
    "groups": (board(30, 60, ("Nos atouts", "Ce qui nous freine", "")),), "two questions": (replace(board(8, 120), title="Un"), replace(board(8, 90), title="Deux")),
    "beside bars": (Bars("Utile ?", (Bar("Un peu", 3), Bar("Très", 11)), 14), board(14, 60, ("Je garde", "Ce n’est pas clair"))),
}  # fmt: skip


@pytest.mark.parametrize("what", BOARDS)
def test_what_the_room_wrote_is_whole_and_as_large_as_can_be_read_from_the_back(screen, drawn, what):
    screen.evaluate(
        "async data => { document.fonts.add(await new FontFace('Atkinson Hyperlegible Next', `url(data:font/woff2;base64,${data})`, {weight: '200 800'}).load()); }",
        b64encode(FACE.read_bytes()).decode(),
    )
    view = ScreenView("PJKQRT", 1, "result", "Préparer son entretien", "", False, False, 14, step="On se présente", number=2, count=9, heading="Que veux-tu savoir faire ?")
    found = []
    for shown in in_pages(view, Story("14 personnes ont écrit : à lire ensemble.", BOARDS[what])):
        screen.evaluate("html => { document.getElementById('surface').innerHTML = html; fit(); }", drawn(shown))
        assert what_overflows(screen) + screen.evaluate(CUT_NOTES) + screen.evaluate(OVERLAPS) == []
        found += screen.locator(".figure-note > span").all_inner_texts()
        if shown.page.board:
            assert letter(screen) >= LEAST_LETTER * screen.viewport_size["height"]
            assert screen.locator(".where").inner_text() == (shown.page.told or "Résultat")

    assert found == [" ".join(note.text.split()) for figure in BOARDS[what] if isinstance(figure, Board) for group in figure.groups for note in group.notes]


def letter(screen: Page) -> float:
    return screen.evaluate("() => parseFloat(getComputedStyle(document.querySelector('.figure-note > span')).fontSize)")


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
