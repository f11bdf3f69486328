"""Identifiers that tell nothing of what they stand for."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from workshop.exercises.opaque import opaque


@given(st.text(st.characters(codec="utf-8"), max_size=100))
def test_an_identifier_is_short_stable_and_stays_a_text_in_yaml(text):
    found = opaque(text)

    assert found == opaque(text)
    assert len(found) == 8
    assert yaml.safe_load(found) == found


def test_texts_that_differ_by_a_letter_share_no_identifier():
    assert len({opaque(f"étape {number}") for number in range(1000)}) == 1000
