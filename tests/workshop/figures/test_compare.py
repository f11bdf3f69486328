"""Two rounds of the same figure told as one."""

from workshop.figures import Bar, Bars, as_table, in_words
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
