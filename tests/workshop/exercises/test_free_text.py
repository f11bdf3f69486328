"""What a person typed, made safe to keep and to show."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from workshop.exercises.free_text import LONGEST_READ, FewLines, OneLine, few_lines, one_line

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize(("typed", "kept"), [
    ("  deux   mots ", "deux mots"),
    ("une ligne\net\tune autre", "une ligne et une autre"),
    ("e\u0301te\u0301", "été"),
    ("e\x00\u0301te\u0301", "été"),
    ("nul\x00 et cloche\x07", "nul et cloche"),
    ("moitié \ud83d d’emoji", "moitié d’emoji"),
    ("👩\u200d🍳", "👩\u200d🍳"),
    ("\u202eà l’envers\u202c", "à l’envers"),
    ("\u00a0\u202f", ""),
])
def test_a_line_keeps_what_can_be_seen(typed, kept):
    assert one_line(typed) == kept


@pytest.mark.parametrize(("typed", "kept"), [
    ("Bonjour,\r\nje cherche un stage.", "Bonjour,\nje cherche un stage."),
    ("un\n\n\n\ndeux", "un\n\ndeux"),
    ("\n  un  \rdeux\n\n", "un\ndeux"),
])
def test_several_lines_keep_the_breaks_of_their_writer(typed, kept):
    assert few_lines(typed) == kept


@given(ANY_TEXT)
def test_a_cleaned_text_is_clean_and_can_be_stored(typed):
    line, lines = one_line(typed), few_lines(typed)

    assert one_line(line) == line
    assert few_lines(lines) == lines
    assert "\x00" not in lines
    assert lines.encode("utf-8").decode("utf-8") == lines
    assert {unicodedata.category(char) for char in line} & {"Cc", "Cs"} == set()


@pytest.mark.parametrize("kind", [OneLine, FewLines])
def test_what_is_far_too_long_is_refused_before_anybody_reads_it(kind):
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(" " * LONGEST_READ + "a")

    assert refused.value.errors()[0]["type"] == "string_too_long"
    assert TypeAdapter(kind).validate_python(" " * (LONGEST_READ - 1) + "a") == "a"
