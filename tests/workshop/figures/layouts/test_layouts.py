"""Places and sizes: nothing outside its drawing, nothing upon something else, everything at its true length."""

from itertools import pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    Placed,
    Plane,
    Put,
    Ring,
    Rings,
    Sheet,
    Spread,
    Value,
    Word,
)
from workshop.figures.layouts import layout


def number(width):
    return float(width.removesuffix("%"))


def test_an_unknown_figure_has_no_layout():
    with pytest.raises(TypeError, match="int"):
        layout(3)


@given(st.lists(st.integers(0, 5000), max_size=12), st.integers(0, 5000))
def test_no_bar_is_longer_than_the_whole_and_larger_counts_have_longer_bars(counts, total):
    rows = layout(Bars("", tuple(Bar(str(place), count) for place, count in enumerate(counts)), total)).rows
    widths = [number(row.width) for row in rows]

    assert all(0 <= width <= 100 for width in widths)
    assert sorted(zip(counts, widths, strict=False)) == sorted(zip(sorted(counts[:8]), sorted(widths), strict=True))


def test_numbers_of_a_large_room_are_written_as_french_writes_them():
    (row,) = layout(Bars("", (Bar("oui", 5000, before=1200),), 5000)).rows

    assert (row.count, row.before) == ("5\u202f000", "1\u202f200")


def test_a_letter_has_its_colour_and_a_symbol_has_none():
    rows = layout(Bars("", (Bar("un", 1, "A"), Bar("sept", 1, "G"), Bar("soleil", 1, "☀"), Bar("rien", 1)), 4)).rows

    assert [row.tone for row in rows] == ["a", "a", "", ""]


@given(st.lists(st.tuples(st.floats(-50, 150), st.integers(0, 5000)), max_size=120), st.floats(-50, 150), st.floats(-50, 150))
def test_every_column_stands_inside_the_plot_and_covers_no_other(given_values, median, right):
    figure = Spread("", "€", 0, 100, tuple(Value(value, count) for value, count in given_values), median, right, 5)
    laid = layout(figure)
    edges = [(number(column.left), number(column.left) + number(laid.width)) for column in laid.columns]

    assert all(left >= 0 and after <= 100 for left, after in edges)
    assert all(after <= left + 0.01 for (_, after), (left, _) in pairwise(edges))
    assert all(abs(number(column.top) + number(column.height) - 100) < 0.02 for column in laid.columns)
    assert sum(column.count for column in laid.columns) == sum(count for _, count in given_values)


@given(st.lists(st.integers(0, 100), min_size=1, max_size=20), st.integers(0, 100))
def test_no_number_stands_on_the_line_of_a_mark(values, right):
    laid = layout(Spread("", "€", 0, 100, tuple(Value(value, 1) for value in values), None, right))
    line = number(laid.right.x)

    for column in laid.columns:
        place, anchor = number(column.number[0]), column.number[1]
        if anchor == "middle":
            assert abs(place - line) >= 2.39
        else:
            assert (place > line) == (anchor == "start")


def test_a_number_between_two_marks_stands_after_both():
    (column,) = layout(Spread("", "€", 0, 100, (Value(50, 1),), 49, 51)).columns

    assert number(column.number[0]) > 51
    assert column.number[1] == "start"


@pytest.mark.parametrize(("value", "anchor"), [(0, "start"), (50, "middle"), (100, "end"), (-10, "start"), (500, "end")])
def test_a_label_never_leaves_the_drawing(value, anchor):
    mark = layout(Spread("", "€", 0, 100, (), None, value)).right

    assert mark.anchor == anchor
    assert 0 <= number(mark.x) <= 100


def test_a_mark_says_its_number_and_its_unit():
    laid = layout(Spread("", "€", 0, 3000, (), 1350.5, 1467, 50, 1200))

    assert laid.right.label == "bonne réponse\u00a0: 1\u202f467\u00a0€"
    assert laid.median.label == "milieu du groupe\u00a0: 1\u202f350,5\u00a0€"
    assert laid.before.label == "1er tour\u00a0: 1\u202f200\u00a0€"
    assert number(laid.band[1]) > 0


def test_an_axis_without_length_does_no_harm():
    assert len(layout(Spread("", "", 5, 5, (Value(5, 3),), 5, 5)).columns) == 1


def test_a_word_said_more_often_is_larger_and_equal_words_are_equal():
    words = layout(Cloud("", (Word("a", 16), Word("b", 4), Word("c", 1)))).words
    equal = layout(Cloud("", (Word("a", 1), Word("b", 1)))).words

    assert [word.size for word in words] == [5, 2, 1]
    assert [word.size for word in equal] == [3, 3]


def test_a_large_group_neither_hides_a_small_one_nor_is_taller_than_the_screen():
    figure = Board("", (Group("Grand", tuple(Note(str(place)) for place in range(100))), Group("Petit", (Note("seule"),))))
    laid = layout(figure)

    assert [(group.title, len(group.notes)) for group in laid.groups] == [("Grand", 8), ("Petit", 1)]
    assert laid.hidden == 92


@pytest.mark.parametrize(("groups", "text", "columns"), [
    (1, "Léa", 1), (4, "Léa", 4), (6, "Léa", 6), (7, "Léa", 4), (12, "Léa", 6), (5, "une idée longue, de trente lettres", 3), (9, "une idée longue, de trente lettres", 5),
])  # fmt: skip
def test_groups_stand_in_rows_that_are_alike(groups, text, columns):
    assert layout(Board("", tuple(Group(str(place), (Note(text),)) for place in range(groups)))).columns == columns


@given(st.lists(st.integers(0, 250_000), min_size=1, max_size=6))
def test_every_contact_is_in_a_dot_and_no_two_dots_touch(counts):
    laid = layout(Rings("", "Nous", tuple(Ring(f"Cercle {place}", count) for place, count in enumerate(counts))))
    per_dot = int(laid.per_dot.replace("\u202f", "") or 1)

    for ring, count in zip(laid.rings, counts, strict=True):
        dots = [(float(x), float(y)) for x, y in ring.dots]
        assert (len(dots) - 1) * per_dot < count <= len(dots) * per_dot or count == len(dots) == 0
        assert all(dist(one, other) > 6.8 for one, other in pairwise(dots))
        assert all(dist(dot, (150, float(ring.top))) > float(laid.badge) + 3 for dot in dots)
        assert all(5 <= place <= 295 for dot in dots for place in dot)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), max_size=12), st.integers(0, 5000), st.integers(0, 5000))
def test_no_side_is_longer_than_the_whole_and_the_most_chosen_of_each_side_is_told(counts, left_total, right_total):
    laid = layout(Facing("", "Nous", "Eux", tuple(Faced(str(place), *pair) for place, pair in enumerate(counts)), left_total, right_total))

    for side, given_counts in (("left", [left for left, _ in counts[:8]]), ("right", [right for _, right in counts[:8]])):
        sides = [getattr(row, side) for row in laid.rows]
        assert all(0 <= number(one.width) <= 100 for one in sides)
        assert [one.is_most for one in sides] == [count == max(given_counts) > 0 for count in given_counts]


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=12))
def test_every_disc_of_a_map_is_whole_and_covers_no_other(places):
    laid = layout(Plane("", Axis("x", "", ""), Axis("y", "", ""), tuple(Placed(str(n), *place, 1) for n, place in enumerate(places))))
    spots = [(5.4 * number(disc.x), 2.9 * number(disc.y)) for disc in laid.discs]

    assert len(spots) == min(len(places), 8)
    assert all(19.7 <= x <= 520.3 and 47.7 <= y <= 242.3 for x, y in spots)
    assert all(dist(one, other) >= 41 for place, one in enumerate(spots) for other in spots[:place])


def test_a_disc_that_stands_alone_is_exactly_at_its_place_and_one_that_stands_aside_says_where_it_belongs():
    laid = layout(Plane("", Axis("x", "", ""), Axis("y", "", ""), (Placed("un", 0.25, 0.75, 1), Placed("deux", 0.25, 0.75, 1))))
    first, second = laid.discs

    assert (first.x, first.y, first.exact) == ("26.9%", "33.3%", None)
    assert second.exact == ("26.9%", "33.3%")
    assert (first.key, second.key) == ("A", "B")


def test_a_lane_s_cell_is_as_full_as_the_room_put_there_and_only_the_right_one_knows_of_an_earlier_moment():
    laid = layout(Lanes("", ("Oui", "Non"), (Put("permis", (3, 1), 0, before=2), Put("âge", (0, 4), 1)), 4))

    assert [(lane.name, lane.key, lane.tone) for lane in laid.lanes] == [("Oui", "A", "a"), ("Non", "B", "b")]
    assert [[(cell.width, cell.is_right, cell.before) for cell in row.cells] for row in laid.rows] == [
        [("75.0%", True, "2"), ("25.0%", False, None)], [("0.0%", False, None), ("100.0%", True, None)],
    ]  # fmt: skip
    assert [cell.is_empty for cell in laid.rows[1].cells] == [True, False]
    assert laid.has_before


def test_of_many_things_twelve_stand_in_lanes_and_the_rest_is_counted():
    laid = layout(Lanes("", ("Oui", "Non"), tuple(Put(str(place), (1, 0)) for place in range(15)), 1))

    assert (len(laid.rows), laid.hidden, laid.size, laid.has_before) == (12, 3, "small", False)
    assert [(lane.name, lane.key) for lane in laid.lanes] == [("Oui", ""), ("Non", "")]


def test_a_text_that_was_searched_tells_each_place_by_the_share_of_the_room_and_the_rest_as_it_is():
    [line] = layout(Sheet("", ((Mark("Payez "), Mark("60 €", 9, "l’argent", is_right=True), Mark("demain", 0)),), 14)).lines

    assert [(part.text, part.told, part.is_right, part.is_touched) for part in line] == [
        ("Payez ", "", False, False), ("60 €", "9/14", True, True), ("demain", "0/14", False, False),
    ]  # fmt: skip


def test_the_letter_of_a_zone_at_the_picture_s_edge_stays_within_it():
    marks = (Mark("titre", 3, box=(0, 0, 600, 100)), Mark("prix", 5, is_right=True, box=(40, 200, 100, 50)))
    laid = layout(Sheet("", (marks,), 14, "data:image/svg+xml;base64,PHN2Zy8+", 600, 640))

    assert laid.lines == ()
    assert [(zone.letter, zone.told) for zone in laid.zones] == [("A", "3/14"), ("B", "5/14")]
    assert all(laid.badge <= zone.across <= 600 - laid.badge and laid.badge <= zone.down for zone in laid.zones)
