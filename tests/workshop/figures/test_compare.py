"""Two rounds of the same figure told as one."""

from workshop.figures import Bar, Bars, Lanes, Mark, Put, Sheet, as_table, in_words
from workshop.figures.compare import compared
from workshop.figures.layouts import layout


def bars(**counts):
    return Bars("", tuple(Bar(label, count) for label, count in counts.items()), 9)


def test_each_bar_bears_its_count_of_the_first_round():
    (figure,) = compared((bars(un=5, deux=4),), (bars(un=2, deux=0),))

    assert [(bar.label, bar.before, bar.count) for bar in figure.bars] == [("un", 2, 5), ("deux", 0, 4)]


def test_what_the_first_round_did_not_show_has_no_count_of_then_which_is_not_nought():
    (figure,) = compared((bars(un=5, deux=4),), (bars(un=2),))

    assert as_table(figure).rows == (("un", "2", "5"), ("deux", "", "4"))
    assert in_words(figure) == "un (1er tour 2, 2e tour 5)\u202f; deux (2e tour 4)."
    assert [row.before for row in layout(figure).rows] == ["2", None]


def test_in_a_document_each_round_is_told_by_the_share_of_who_answered_then():
    def searched(count, total):
        return Sheet("", ((Mark("Payez "), Mark("60 €", count, "l’argent", is_right=True)),), total)

    (figure,) = compared((searched(9, 14),), (searched(18, 18),))

    [[_, place]] = layout(figure).lines
    assert (place.before, place.told) == ("18/18", "9/14")
    assert in_words(figure) == "l’argent ✓ (1er tour 18/18, 2e tour 9/14)."
    (same,) = compared((searched(9, 14),), (searched(4, 14),))
    assert in_words(same) == "l’argent ✓ (1er tour 4, 2e tour 9)."


def test_what_an_author_wrote_at_the_head_of_a_lane_is_read_as_it_is_written():
    figure = Lanes("Durée", ("CDI", "Pôle emploi"), (Put("sans fin", (3, 0), right=0),), 3)
    (again,) = compared((figure,), (figure,))

    assert in_words(figure) == "Durée\u00a0: sans fin (CDI 3 ✓, Pôle emploi 0)."
    assert in_words(again) == "Durée\u00a0: sans fin (CDI 3 ✓, Pôle emploi 0, à sa place, 1er tour 3)."
