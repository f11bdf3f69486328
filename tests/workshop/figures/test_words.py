"""What a screen reader says in a figure's place."""

import pytest

from workshop.figures import ARRIVING_AND_LEAVING, Bar, Bars, Board, Group, Note, OrderedList, Ranked, as_table, compared, in_words


@pytest.mark.parametrize(("count", "end"), [(12, "mot 12 (nombre 1)."), (13, "et 1 autre."), (15, "et 3 autres.")])
def test_what_is_not_read_out_is_announced_by_its_number(count, end):
    bars = Bars("", tuple(Bar(f"mot {number}", 1) for number in range(1, count + 1)), count)

    assert in_words(bars).endswith(end)


def test_a_list_in_order_is_read_with_its_places():
    assert in_words(OrderedList("L’ordre", (Ranked("un"), Ranked("deux")))) == "L’ordre\u00a0: 1. un\u202f; 2. deux."


def test_what_is_noted_beside_an_item_of_a_list_is_read_too():
    listed = OrderedList("", (Ranked("Le salaire", note="5 personnes"), Ranked("Les vacances")))

    assert in_words(listed) == "1. Le salaire (à savoir 5 personnes)\u202f; 2. Les vacances."
    assert as_table(listed).rows == (("1. Le salaire", "5 personnes"), ("2. Les vacances", ""))


def test_texts_without_a_group_are_read_alone():
    assert in_words(Board("", (Group("", (Note("Oui."), Note("Non."))),))) == "Oui.\u202f; Non."
    assert in_words(Board("", (Group("Sport", (Note("le foot", 2),)),))) == "le foot (groupe Sport, votes 2)."


def test_a_face_is_read_by_its_word():
    assert in_words(Bars("", (Bar("Pluie", 2, "☂", drawing="M0 0"),), 2)) == "Pluie (nombre 2)."


def test_two_moments_are_read_by_their_names():
    now, before = (Bars("", (Bar("Soleil", count),), 5) for count in (4, 1))

    assert in_words(*compared((now,), (before,), ARRIVING_AND_LEAVING)) == "Soleil (au début 1, à la fin 4)."
