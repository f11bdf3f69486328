"""What a screen reader says in a figure's place."""

import pytest

from workshop.figures import Bar, Bars, OrderedList, Ranked, in_words


@pytest.mark.parametrize(("count", "end"), [(12, "mot 12 (nombre 1)."), (13, "et 1 autre."), (15, "et 3 autres.")])
def test_what_is_not_read_out_is_announced_by_its_number(count, end):
    bars = Bars("", tuple(Bar(f"mot {number}", 1) for number in range(1, count + 1)), count)

    assert in_words(bars).endswith(end)


def test_a_list_in_order_is_read_with_its_places():
    assert in_words(OrderedList("L’ordre", (Ranked("un"), Ranked("deux")))) == "L’ordre\u00a0: 1 (élément un)\u202f; 2 (élément deux)."
