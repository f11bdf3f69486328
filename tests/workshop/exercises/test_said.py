"""What several people wrote stands once on the board."""

from itertools import permutations

from workshop.exercises.said import notes_of


def told(*texts):
    return [note.text for note in notes_of(texts)]


def test_what_comes_twice_stands_once_and_first():
    assert told("Appeler", "Lire l’annonce.", "lire  l’annonce") == ["Lire l’annonce. (2 fois)", "Appeler"]


def test_the_order_tells_nothing_of_who_wrote_first():
    assert len({tuple(told(*texts)) for texts in permutations(["b", "a", "A.", "c"])}) == 1


def test_nothing_written_is_no_note():
    assert told() == []
