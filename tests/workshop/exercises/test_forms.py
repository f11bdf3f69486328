"""A form's fields become the JSON of an answer, so that a phone without JavaScript answers too."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.exercises.forms import nest

NAMES = st.text(st.sampled_from("ab.[]"), min_size=1, max_size=6)
VALUES = st.text(max_size=10)


@pytest.mark.parametrize(("fields", "answer"), [
    ([], {}),
    ([("value", "3")], {"value": "3"}),
    ([("words[]", "un"), ("words[]", "deux")], {"words": ["un", "deux"]}),
    ([("pairs.a", "1"), ("pairs.b", "2")], {"pairs": {"a": "1", "b": "2"}}),
    ([("pairs.a.b", "1")], {"pairs": {"a.b": "1"}}),
    ([("text", "x"), ("words[]", "y"), ("pairs.a", "z")], {"text": "x", "words": ["y"], "pairs": {"a": "z"}}),
])
def test_a_name_says_where_its_value_goes(fields, answer):
    assert nest(fields) == answer


@pytest.mark.parametrize("empty", ["", " ", "\r\n\t", "\u00a0"])
@pytest.mark.parametrize("name", ["value", "words[]", "pairs.a"])
def test_an_empty_field_is_no_answer(name, empty):
    assert nest([(name, empty)]) == {}


def test_an_empty_field_leaves_no_hole_in_a_list():
    assert nest([("words[]", "un"), ("words[]", " "), ("words[]", "deux")]) == {"words": ["un", "deux"]}


def test_what_was_written_is_kept_to_the_letter():
    assert nest([("text", "  Bonjour,\r\n je… ")]) == {"text": "  Bonjour,\r\n je… "}


def test_an_unknown_name_is_kept_so_that_the_type_refuses_it():
    assert nest([("score", "1")]) == {"score": "1"}


def test_the_last_of_two_values_of_one_name_counts():
    assert nest([("value", "1"), ("value", "2")]) == {"value": "2"}


@pytest.mark.parametrize("fields", [
    [("a", "1"), ("a[]", "2")],
    [("a", "1"), ("a.b", "2")],
    [("a[]", "1"), ("a.b", "2")],
    [("a.b", "1"), ("a[]", "2")],
])
def test_a_name_used_in_two_ways_keeps_its_first_value(fields):
    first = nest(fields[:1])

    assert nest(fields) == first


@given(st.lists(st.tuples(NAMES, VALUES), max_size=12))
def test_whatever_the_fields_the_answer_can_travel_and_holds_no_empty_text(fields):
    answer = nest(fields)

    texts = [text for value in answer.values() for text in (value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value])]
    assert json.loads(json.dumps(answer)) == answer
    assert all(text.strip() for text in texts)
    assert len(texts) <= len(fields)
