"""What is decided on when a counsellor approves or hides a text."""

import pytest

from sessions.domain.texts import hider, text_key

LONG = "Bonjour, je cherche un stage de deux semaines dans votre garage, je suis disponible tout de suite et je peux venir vous voir demain matin"


@pytest.mark.parametrize(("approved", "edited"), [(LONG, f"{LONG}, imbécile"), (f"{LONG} à 9 h", f"{LONG} à 10 h"), ("Bonjour", "Bonjour 🖕"), ("C", "C++")])
def test_what_is_changed_in_a_text_after_it_was_approved_is_read_again(approved, edited):
    is_hidden = hider({text_key(approved): True}, approval=True)

    assert not is_hidden(f"{approved.upper()} !")
    assert is_hidden(edited)


@pytest.mark.parametrize("text", [LONG * 8, "é" * 500, "ﷺ" * 200, "💪" * 300, "?!" * 90])
def test_a_text_of_any_length_is_known_by_what_the_database_can_keep(text):
    assert 0 < len(text_key(text)) <= 120
