"""The unit that follows a number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.figures import Spread, unit_of


@pytest.mark.parametrize(("value", "unit"), [
    (0, "jour"), (-0.0, "jour"), (1, "jour"), (1.99, "jour"), (1.994, "jour"), (1.996, "jours"), (2, "jours"), (-1.5, "jour"), (-2, "jours"), (1e9, "jours"),
])
def test_between_minus_two_and_two_as_it_is_shown_french_says_the_singular(value, unit):
    assert unit_of(value, "jours", "jour") == unit
    assert Spread("", "jours", -5, 5, (), unit_one="jour").unit_of(value) == unit


@given(st.floats(-1e9, 1e9))
def test_a_unit_without_a_singular_is_the_same_for_every_number(value):
    assert unit_of(value, "mois", "") == "mois"
