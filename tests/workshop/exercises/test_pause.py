"""A break counts down, and says so at every moment of it."""

import pytest
from pydantic import ValidationError

from workshop.exercises.pause import EXERCISE

from .plain_form import macros

SPECIFICATION = EXERCISE.Specification(prompt="On fait une pause.", minutes=10, message="Bois un verre d’eau.")


def drawn(file, macro, remaining_s):
    return str(getattr(macros("pause", file), macro)(*[{**EXERCISE.public(SPECIFICATION), "remaining_s": remaining_s}, None][: 1 if macro == "asking" else 2]))


def test_a_break_lasts_as_long_as_the_author_wrote():
    assert EXERCISE.seconds(SPECIFICATION) == 600


@pytest.mark.parametrize(("file", "macro"), [("phone.html", "form"), ("screen.html", "asking")])
def test_the_countdown_is_told_as_a_duration_and_the_end_by_a_word(file, macro):
    during, over = drawn(file, macro, 125.4), drawn(file, macro, 0.0)

    assert 'data-remaining="125.4"' in during
    assert "2:05" in during
    assert "Bois un verre" in during
    assert "On reprend" in over
    assert "data-remaining" not in over
    assert "Bois un verre" not in over


@pytest.mark.parametrize(("file", "macro"), [("phone.html", "form"), ("screen.html", "asking")])
def test_without_a_countdown_the_length_is_told(file, macro):
    told = drawn(file, macro, None)

    assert "10 minutes" in told
    assert "data-remaining" not in told


@pytest.mark.parametrize("minutes", [0, 61, -5])
def test_a_break_has_one_to_sixty_minutes(minutes):
    with pytest.raises(ValidationError):
        EXERCISE.Specification(prompt="Pause.", minutes=minutes)
