"""Streams through a story and the sectors of a wheel: inside their drawing, never one upon another, as large as their number."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.figures import Paths, Sector, Stop, Way, Wheel
from workshop.figures.layouts import layout
from workshop.figures.layouts.columns import columns
from workshop.figures.layouts.paths import WIDTH


@st.composite
def stories(draw):
    """Any story: each stop leads only to later ones, as one without loops does."""
    count = draw(st.integers(1, 15))
    ways = [
        Way(f"s{start}", f"s{draw(st.integers(start + 1, count - 1))}", "ABCD"[place], "choix", draw(st.integers(0, 5000)))
        for start in range(count - 1)
        for place in range(draw(st.integers(0, 4)))
    ]
    total = {f"s{place}": sum(way.count for way in ways if f"s{place}" in (way.start, way.end)) for place in range(count)}
    return Paths("", tuple(Stop(f"s{place}", str(place), "moment", total[f"s{place}"]) for place in range(count)), tuple(ways))


@given(stories())
def test_no_stop_leaves_the_drawing_or_covers_another(figure):
    laid = layout(figure)
    boxes = [(float(box.x), float(box.y), float(box.height)) for box in laid.boxes]

    assert all(x >= 0 and x + 38 <= WIDTH + 0.1 and y >= -0.1 and y + height <= float(laid.height) + 0.6 for x, y, height in boxes)
    for (x, y, height), (other_x, other_y, other_height) in combinations(boxes, 2):
        assert x != other_x or y + height <= other_y + 0.11 or other_y + other_height <= y + 0.11


@given(stories())
def test_the_streams_of_a_stop_fit_in_it_one_under_the_other(figure):
    laid = layout(figure)
    boxes = {stop.id: box for stop, box in zip(figure.stops, laid.boxes, strict=True)}

    for stop, box in boxes.items():
        leaving = sorted((float(s.label[1]), float(s.width) / 2) for way, s in zip(figure.ways, laid.streams, strict=True) if way.start == stop)
        edges = [edge for middle, half in leaving for edge in (middle - half, middle + half)]
        assert edges == pytest.approx(sorted(edges), abs=0.2)
        assert all(float(box.y) - 0.2 <= edge <= float(box.y) + float(box.height) + 0.2 for edge in edges)


@given(stories())
def test_a_stream_is_as_wide_as_the_people_in_it(figure):
    streams = layout(figure).streams
    wide = [(way.count, float(stream.width)) for way, stream in zip(figure.ways, streams, strict=True)]

    assert all(stream.is_empty == (way.count == 0) for way, stream in zip(figure.ways, streams, strict=True))
    for (count, width), (other, other_width) in combinations(wide, 2):
        assert count <= other or width >= other_width


def test_a_stop_stands_after_all_that_lead_to_it():
    assert columns(["a", "b", "c", "d"], [("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")]) == {"a": 0, "b": 1, "c": 2, "d": 1}


def test_links_that_go_round_are_not_followed_for_ever():
    ranks = columns(["a", "b"], [("a", "b"), ("b", "a")])

    assert max(ranks.values()) < 2


def test_what_has_no_short_name_is_cut():
    ways = (Way("a", "b", "A", "J’appelle tout de suite mon tuteur", 1), Way("a", "b", "B", "J’attends le bus", 1, "attendre"))
    first, _ = layout(Paths("", (Stop("a", "1", "Le bus", 2), Stop("b", "F1", "Fin", 2, is_end=True)), ways)).boxes

    assert first.choices == (("A", "J’appelle tout de suite…"), ("B", "attendre"))


@given(st.lists(st.floats(0, 10), min_size=1, max_size=12))
def test_no_sector_leaves_the_wheel_and_the_largest_is_told(values):
    laid = layout(Wheel("", tuple(Sector("famille", value) for value in values), 10, "Moyenne"))
    shown = values[:8]

    assert len(laid.slices) == len(shown)
    assert laid.hidden == len(values) - len(shown)
    assert [slice.is_most for slice in laid.slices] == [value == max(shown) > 0 for value in shown]
    for slice in laid.slices:
        numbers = [float(number) for number in slice.letter]
        assert all(0 <= number <= 300 for number in numbers)


def test_a_sector_reaches_as_far_as_its_value():
    half, whole, over = layout(Wheel("", (Sector("a", 5), Sector("b", 10), Sector("c", 30)), 10, "Moyenne")).slices

    assert "A75.0 75.0" in half.filled
    assert "A128.0 128.0" in whole.filled
    assert "A128.0 128.0" in over.filled
