"""Every kind of figure, drawn as a page shows it: for the eyes, and in words for who does not see it."""

import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from workshop.figures import (
    Axis,
    Bar,
    Bars,
    Board,
    Cloud,
    Faced,
    Facing,
    Group,
    Lanes,
    Mark,
    Note,
    OrderedList,
    Paths,
    Placed,
    Plane,
    Put,
    Ranked,
    Ring,
    Rings,
    Sector,
    Sheet,
    Spread,
    Stop,
    Table,
    Value,
    Way,
    Wheel,
    Word,
    in_words,
)
from workshop.figures.layouts import layout
from workshop.figures.model import Figure

TEMPLATES = Path(__file__).parents[2] / "templates"
NASTY = "<script>alert(1)</script> & \"co\" 'n"


def bars(count, text="réponse"):
    return Bars("Titre", tuple(Bar(f"{text} {place}", place, "ABCDEFGH"[place % 8], place == 0, before=place) for place in range(count)), count)


def spread(count, text="€"):
    return Spread("Titre", text, 0, 300, tuple(Value(place * 1.5, place + 1) for place in range(count)), 12.5 if count else None, 40, 5, 20 if count else None)


def cloud(count, text="mot"):
    return Cloud("Titre", tuple(Word(f"{text} {place}", count - place) for place in range(count)))


def ordered(count, text="étape"):
    return OrderedList("Titre", tuple(Ranked(f"{text} {place}", place / count, text) for place in range(count)))


def board(count, text="idée"):
    notes = tuple(Note(f"{text} {place}", place) for place in range(count))
    return Board("Titre", (Group(text, notes[::2]), Group("", notes[1::2])))


def rings(count, text="cercle"):
    return Rings("Titre", text, tuple(Ring(f"{text} {place}", place * 25) for place in range(count)), "contact")


def facing(count, text="réponse"):
    return Facing("Titre", text, "10 chefs", tuple(Faced(f"{text} {place}", place, 9 - place % 9, "ABCDEFGH"[place % 8]) for place in range(count)), count, 9)


def lanes(count, text="chose"):
    return Lanes("Titre", (text, "Ailleurs"), tuple(Put(f"{text} {place}", (place, 9), place % 2, before=place) for place in range(count)), count)


def plane(count, text="idée"):
    points = tuple(Placed(f"{text} {place}", place / count, 0.5, count, "ABCDEFGH"[place % 8]) for place in range(count))
    return Plane("Titre", Axis("Effort", text, "beaucoup"), Axis("Effet", "peu", text), points, (text, "", "", text))


def paths(count, text="moment"):
    stops = tuple(Stop(f"s{place}", str(place + 1), f"{text} {place}", place, is_end=place == count - 1) for place in range(count))
    return Paths("Titre", stops, tuple(Way(f"s{place}", f"s{place + 1}", "A", f"{text} choisi", place, quality="good") for place in range(count - 1)))


def wheel(count, text="famille"):
    return Wheel("Titre", tuple(Sector(f"{text} {place}", place % 11, "ABCDEFGH"[place % 8]) for place in range(count)), 10, "Moyenne")


def sheet(count, text="passage"):
    return Sheet("Titre", tuple((Mark("Bonjour "), Mark(f"{text} {place}", place, text, place % 2 == 0, before=place)) for place in range(count)), count)


def picture(count, text="zone"):
    marks = tuple(Mark(f"{text} {place}", place, text, place % 2 == 0, box=(0, place, 100, 20)) for place in range(count))
    return Sheet("Titre", (marks,), count, "data:image/svg+xml;base64,PHN2Zy8+", 100, 200)


def table(count, text="case"):
    return Table("Titre", ("Un", text), tuple((f"{text} {place}", str(place)) for place in range(count)))


KINDS = {maker.__name__: maker for maker in (bars, spread, cloud, ordered, board, rings, facing, lanes, plane, paths, wheel, sheet, picture, table)}
every_kind = pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)


def drawn(figure):
    env = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    env.globals.update(in_words=in_words, layout=layout)
    return str(env.get_template("figures/draw.html").module.draw(figure))


def seen(html):
    """Return the drawn part, without the text equivalent."""
    return html[: html.index("<figcaption>")]


class _Balance(HTMLParser):
    VOID = ("br", "img", "input")

    def __init__(self):
        super().__init__()
        self.open, self.tags = [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_every_figure_of_the_vocabulary_has_its_template_and_is_drawn_here():
    kinds = {kind.kind for kind in Figure.__args__}

    assert kinds == set(KINDS) - {"picture"}
    assert all((TEMPLATES / "figures" / f"{kind}.html").is_file() for kind in kinds)


@every_kind
@pytest.mark.parametrize("count", [0, 1, 2, 200])
def test_a_figure_is_drawn_with_any_number_of_entries(make, count):
    html = drawn(make(count))
    reader = _Balance()
    reader.feed(html)

    assert reader.open == []
    assert reader.tags[0] == "figure"


@every_kind
@pytest.mark.parametrize("count", [0, 1, 200])
def test_a_figure_says_in_words_what_it_shows_and_hides_its_drawing_from_screen_readers(make, count):
    figure = make(count)
    html = drawn(figure)

    assert f"<figcaption>{escape(in_words(figure))}</figcaption>" in html.replace("&#39;", "&#x27;").replace("&#34;", "&quot;")
    assert seen(html).count('aria-hidden="true"') == 1


@every_kind
def test_what_people_wrote_is_never_markup(make):
    html = drawn(make(3, NASTY))

    assert "<script" not in html
    assert "&lt;script&gt;" in seen(html)
    assert NASTY not in html


@every_kind
def test_nothing_to_show_is_said_and_not_left_blank(make):
    assert "pour le moment" in seen(drawn(make(0)))


@every_kind
def test_a_figure_needs_no_style_of_its_own_in_the_page(make):
    assert "style=" not in drawn(make(20))


@pytest.mark.parametrize(("kind", "shown", "most"), [
    ("bars", '<li class="figure-bar', 8),
    ("cloud", "<li>", 40),
    ("ordered", '<span class="figure-rank">', 10),
    ("board", '<p class="figure-note">', 16),
    ("rings", '<circle class="figure-circle"', 6),
    ("facing", '<span class="figure-label">', 8),
    ("plane", '<circle class="figure-disc"', 8),
    ("paths", '<rect class="figure-stop"', 15),
    ("wheel", '<path class="figure-slice"', 8),
    ("table", "<tr>", 9),
])
def test_what_does_not_fit_is_told_by_its_number(kind, shown, most):
    html = drawn(KINDS[kind](200))

    assert html.count(shown) == most
    left = 200 - (most - 1 if kind == "table" else most)
    assert f"et {left} autres" in html


def test_one_thing_left_out_is_one_other():
    assert "et 1 autre<" in drawn(bars(9))


def test_the_right_answer_has_a_tick_and_not_only_a_colour():
    html = drawn(Bars("", (Bar("oui", 3, "A", True), Bar("non", 1, "B")), 4))

    assert html.count('data-right="yes"') == 1
    assert html.count("figure-tick") == 1


def test_two_rounds_are_shown_one_above_the_other_with_their_names():
    html = drawn(Bars("", (Bar("oui", 3, "A", True, before=1),), 4))

    assert "1er tour" in html
    assert "2e tour" in html
    assert html.count("<svg") == 2


def test_one_round_has_no_legend():
    assert "tour" not in drawn(Bars("", (Bar("oui", 3),), 4))


def test_a_bar_is_as_long_as_its_share_of_the_people():
    html = drawn(Bars("", (Bar("oui", 9), Bar("non", 4)), 14))

    assert re.findall(r'figure-fill" width="([\d.]+%)"', html) == ["64.3%", "28.6%"]


def test_a_vote_says_its_word():
    html = drawn(Board("", (Group("", (Note("un", 1), Note("deux", 2), Note("trois"))),)))

    assert "1 vote<" in html
    assert "2 votes<" in html
    assert html.count("figure-votes") == 2


def test_a_board_without_groups_has_no_group_titles():
    assert "figure-group-title" not in drawn(Board("", (Group("", (Note("un"),)),)))


def test_an_ordered_list_without_shares_shows_no_bars():
    assert "<svg" not in drawn(OrderedList("", (Ranked("un"), Ranked("deux"))))


def test_two_sides_of_different_sizes_are_compared_by_their_shares():
    html = drawn(Facing("", "Le groupe", "10 chefs", (Faced("appeler", 3, 8), Faced("attendre", 3, 2)), 6, 10))

    assert re.findall(r'figure-fill" width="([\d.]+%)"', html) == ["50.0%", "80.0%", "50.0%", "20.0%"]
    assert html.count('data-most="yes"') == 3


def test_a_map_names_both_ends_of_both_axes_and_only_the_corners_that_have_a_name():
    html = drawn(Plane("", Axis("Effort", "facile", "difficile"), Axis("Effet", "petit", "grand"), (Placed("Appeler", 0, 1, 3, "A"),), ("d’abord", "", "", "")))

    assert all(word in seen(html) for word in ("facile", "difficile", "petit", "grand", "d’abord"))
    assert html.count("figure-corner") == 1
    assert "A. Appeler (effort 0\u202f%, effet 100\u202f%, nombre 3)" in html
