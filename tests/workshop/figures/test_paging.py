"""Texts, page by page: none is lost, none moves, and what the measures say fits is what was measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.figures import Board, BoardPage, Group, Note, as_table
from workshop.figures.filling import Space
from workshop.figures.layouts import layout
from workshop.figures.letters import lines_of, words_of
from workshop.figures.paging import fits, pages_of

WORDS = "Je voudrais apprendre à me présenter sans stresser, parce que la dernière fois j’ai perdu mes mots devant le responsable. "
OLD, WIDE = Space(32, 17), Space(44, 15)
"""What two beams leave under a question of one line."""
EVERY = 10_000
"""More pages than there are texts."""
texts = st.integers(1, 400).map(lambda length: (WORDS * 4)[:length])
groups = st.lists(st.tuples(st.sampled_from(["", "Nos atouts", "Ce qui nous freine"]), st.lists(texts, max_size=12)), max_size=4)


def board(*notes, title=""):
    return Board(title, (Group("", tuple(Note(text) for text in notes)),))


def written(figure):
    return [note.text for group in figure.groups for note in group.notes]


def paged(figure, most=EVERY):
    return pages_of(figure, [OLD, WIDE], [OLD, WIDE], most)


@pytest.mark.parametrize("count", [0, 1, 20, 200, 5000])
@pytest.mark.parametrize("length", [1, 40, 200, 400])
def test_every_text_is_on_one_page_in_its_order(count, length):
    given_texts = [f"{number} {WORDS * 4}"[:length] for number in range(count)]
    pages = paged(board(*given_texts))

    assert [text for page in pages for text in written(page)] == given_texts
    assert [(page.first, page.last) for page in pages] == [(page.last - len(written(page)) + 1, page.last) for page in pages]
    assert [page.first for page in pages] == [1, *(page.last + 1 for page in pages)][: len(pages)]
    assert all((page.total, page.left) == (count, 0) for page in pages)


@given(groups, st.integers(1, 5))
def test_groups_keep_their_texts_and_what_is_beyond_the_last_page_is_counted(grouped, most):
    figure = Board("", tuple(Group(title, tuple(map(Note, found))) for title, found in grouped))
    total = len(written(figure))
    pages = paged(figure, most)
    shown = [(group.title.removesuffix(" (suite)"), note.text) for page in pages for group in page.groups for note in group.notes]

    assert shown == [(group.title, note.text) for group in figure.groups for note in group.notes][: len(shown)]
    assert len(pages) <= most
    assert sum(page.left for page in pages) == total - len(shown)
    assert len(shown) == total or len(pages) == most


@given(st.lists(texts, min_size=1, max_size=30), texts)
def test_a_text_that_comes_last_moves_no_other(before, last):
    columns = {page.columns for page in paged(board(*before))}
    now = paged(board(*before, last))

    if columns == {page.columns for page in now}:
        assert [written(page) for page in now][: len(paged(board(*before))) - 1] == [written(page) for page in paged(board(*before))][:-1]


@given(st.lists(texts, min_size=1, max_size=30))
def test_what_stands_on_a_page_has_the_room_for_it(found):
    for page in paged(board(*found)):
        needed = [0.0, 0.0]
        for place, space in enumerate((OLD, WIDE)):
            column = (space.width / 0.86 - (page.columns - 1) * 0.8) / page.columns
            needed[place] = sum(1.2 * lines_of(words_of(text), column - 1.32) + 0.72 for text in written(page))
            assert needed[place] <= page.columns * space.height / 0.86 or len(written(page)) == 1


def test_a_text_longer_than_any_page_has_one_of_its_own():
    pages = paged(board("court", WORDS * 40, "la fin"))

    assert [written(page) for page in pages] == [["court"], [WORDS * 40], ["la fin"]]


def test_long_texts_stand_in_wide_columns_and_short_ones_in_narrow_ones():
    assert [page.columns for page in paged(board(*["une idée"] * 60))] == [3, 3, 3]
    assert {page.columns for page in paged(board(*[WORDS] * 20))} == {2}
    assert [page.columns for page in paged(board(WORDS * 6))] == [1]


def test_one_long_text_among_short_ones_makes_no_page_of_its_own_columns():
    assert {page.columns for page in paged(board(*["une idée"] * 40, WORDS))} == {3}


def test_a_group_that_goes_on_says_so_and_the_heap_is_still_named():
    figure = Board("", (Group("Nos atouts", tuple(Note(f"{number} {WORDS}") for number in range(7))), Group("", (Note("seule"),))))
    pages = paged(figure)

    assert [group.title for page in pages for group in page.groups] == ["Nos atouts", "Nos atouts (suite)", ""]
    assert layout(pages[-1]).has_titles


def test_the_first_page_may_have_less_room_than_the_others():
    pages = pages_of(board(*["une idée"] * 60), [Space(32, 6)], [Space(32, 17)], EVERY)

    assert len(written(pages[0])) < len(written(pages[1]))


def test_a_page_is_a_board_for_who_reads_it_and_hides_nothing():
    page = BoardPage("", (Group("", tuple(Note(f"texte {number}") for number in range(40))),), 3, 1, 40, 45, left=5)

    assert len(as_table(page).rows) == 40
    assert len(layout(page).groups[0].notes) == 40
    assert layout(page).hidden == 5


@pytest.mark.parametrize(("notes", "is_whole"), [
    ([], True), (["oui"], True), (["une idée courte de plus"] * 24, True), (["une idée"] * 25, False), ([WORDS] * 2, True), ([WORDS] * 14, False), ([WORDS * 8], False),
])  # fmt: skip
def test_a_board_fits_where_none_of_its_texts_is_cut_or_too_small(notes, is_whole):
    assert fits(board(*notes), lambda shrunk: [Space(OLD.width / shrunk, OLD.height / shrunk)]) is is_whole


def test_groups_fit_side_by_side():
    several = Board("", tuple(Group(f"Groupe {number}", (Note("une idée"),) * 3) for number in range(4)))
    too_many = Board("", (*(Group(f"Groupe {number}", (Note("une idée"),) * 6) for number in range(4)), Group("", (Note(WORDS),))))

    assert fits(several, lambda _shrunk: [OLD])
    assert not fits(too_many, lambda _shrunk: [OLD])


@pytest.mark.parametrize(("text", "width", "lines"), [
    ("", 10, 1), ("oui", 10, 1), ("un mot, puis un autre", 3, 5), ("un mot, puis un autre", 3.4, 3), ("anticonstitutionnellement", 4, 3), ("a anticonstitutionnellement", 4, 4), ("deux\u00a0mots", 3, 2),
    ("界" * 20, 10, 2), ("e\u0301" * 20, 10.9, 1), ("OUI OUI OUI", 4, 2),
])  # fmt: skip
def test_lines_are_counted_as_a_browser_breaks_them(text, width, lines):
    assert lines_of(words_of(text), width) == lines
