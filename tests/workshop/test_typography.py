"""French typography: what is typed with plain spaces and quotes is shown with the right ones."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshop.typography import NARROW, WIDE, french

TYPED = st.text(st.sampled_from([*"ab9'’:;!?%€«».,/ \n", NARROW, WIDE]), max_size=40)


def shown(text):
    """Return the text as French shows it, with the special spaces made visible: `_` narrow, `~` wide."""
    return french(text).replace(NARROW, "_").replace(WIDE, "~")


@pytest.mark.parametrize(("typed", "expected"), [
    ("Ça va ?", "Ça va_?"),
    ("Bravo !", "Bravo_!"),
    ("un ; deux", "un_; deux"),
    ("40 %", "40_%"),
    ("12 €", "12_€"),
    ("Trois choses : a", "Trois choses~: a"),
    ("À retenir :", "À retenir~:"),
    ("« oui »", "«~oui~»"),
    ("«oui»", "«~oui~»"),
    ("l'atelier d'aujourd'hui", "l’atelier d’aujourd’hui"),
    ("Vraiment  ?", "Vraiment_?"),
])
def test_signs_get_their_space(typed, expected):
    assert shown(typed) == expected


@pytest.mark.parametrize("text", ["https://tremplin.exemple.fr/r/ABC", "à 9:30", "Ça va", "", "'seul'", "a\nb", "Quoi?"])
def test_addresses_hours_and_plain_words_are_left_alone(text):
    assert french(text) == text


@example("a :»")
@example("« ?")
@given(TYPED | st.text(max_size=40))
def test_doing_it_twice_changes_nothing(text):
    assert french(french(text)) == french(text)


@given(TYPED | st.text(max_size=40))
def test_only_spaces_and_apostrophes_change(text):
    def bare(told):
        return re.sub(f"[ {NARROW}{WIDE}]", "", told).replace("'", "’")

    assert bare(french(text)) == bare(text)
