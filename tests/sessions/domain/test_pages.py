"""The pages of a result: what the first one tells, what they are called, and what is no page at all."""

import pytest

from sessions.domain.live_session import StepRun
from sessions.domain.pages import MOST_PAGES, page_shown, pages_of_result
from sessions.domain.shown import Result
from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars, Board, BoardPage, Group, Note

LONG = (
    "Je voudrais apprendre à me présenter sans stresser, parce que la dernière fois j’ai perdu mes mots devant le responsable du magasin. "
    "Depuis, je m’entraîne devant la glace, mais ce n’est pas pareil."
)
BARS = Bars("Utile ?", (Bar("Un peu", 3), Bar("Très", 11)), 14)


def board(count, text=LONG, title=""):
    return Board(title, (Group("", tuple(Note(f"{text} {number}") for number in range(count))),))


def result(*figures, said="14 personnes ont écrit : à lire ensemble.", takeaway=""):
    return Result("Que veux-tu apprendre ?", Story(said, figures, takeaway))


def told(*figures, **more):
    return [page.told for page in pages_of_result(result(*figures), **more)]


def written(page):
    return [note.text for figure in page.story.figures if isinstance(figure, Board) for group in figure.groups for note in group.notes]


@pytest.mark.parametrize("figures", [(), (BARS,), (board(0),), (board(3, "une idée"),), (BARS, board(3, "une idée"))])
def test_what_fits_is_told_as_it_is_on_one_page_without_a_name(figures):
    whole = result(*figures)
    [page] = pages_of_result(whole)

    assert page.story is whole.story
    assert (page.told, page.count, page.board) == ("", 1, None)


@pytest.mark.parametrize(("count", "first", "last"), [
    (14, "Textes 1 à 4 sur 14", "Textes 13 à 14 sur 14"), (13, "Textes 1 à 4 sur 13", "Texte 13 sur 13"), (5000, "Textes 1 à 4 sur 5\u202f000", None),
])  # fmt: skip
def test_each_page_says_which_texts_it_has(count, first, last):
    names = told(board(count))

    assert names[0] == first
    assert last in (None, names[-1])


def test_what_is_said_stands_on_the_first_page_alone():
    pages = pages_of_result(result(board(14), takeaway="Ose."))

    assert [(bool(page.story.sentence), page.story.takeaway) for page in pages] == [(True, "Ose.")] + [(False, "")] * (len(pages) - 1)
    assert [page.number for page in pages] == list(range(len(pages)))
    assert {page.title for page in pages} == {"Que veux-tu apprendre ?"}


def test_what_stands_beside_the_texts_comes_first_and_alone():
    first, *others = pages_of_result(result(BARS, board(14)))

    assert first.story.figures == (BARS,)
    assert (first.told, first.board) == ("Ensuite\u00a0: 14 textes", None)
    assert all(isinstance(page.story.figures[0], BoardPage) and len(page.story.figures) == 1 for page in others)
    assert sum(len(written(page)) for page in others) == 14


def test_one_text_is_one_text():
    assert told(BARS, board(1, LONG * 3)) == ["Ensuite\u00a0: 1 texte", "1 texte"]


def test_teams_stand_beside_the_first_page_and_make_room_on_the_others():
    first, *others = pages_of_result(result(board(14)), is_by_team=True)

    assert (first.story.figures, first.board) == ((), None)
    assert all(page.board for page in others)


def test_several_boards_come_one_after_the_other_each_counted_by_itself():
    names = told(board(6, title="Ce que je sais faire"), board(0), board(6, title="Ce que je veux apprendre"))

    assert [name for name in names if name.startswith("Textes 1 à ")] == [names[0], names[len(names) // 2]]
    assert all(name.endswith("sur 6") for name in names)


def test_of_boards_that_are_too_full_each_has_its_share_and_the_rest_is_counted():
    pages = pages_of_result(result(board(5000), board(5000)))

    assert len(pages) == MOST_PAGES
    ends = [page.board for page in pages if page.board.left]
    assert [end.last + end.left for end in ends] == [5000, 5000]


@pytest.mark.parametrize(("asked", "shown"), [(0, 0), (2, 2), (3, 3), (4, 3), (29, 3)])
def test_a_page_that_is_no_longer_there_leaves_the_last_one(asked, shown):
    assert page_shown(result(board(14)), StepRun("r", "s", page=asked)).number == shown
    assert page_shown(result(board(3, "une idée")), StepRun("r", "s", page=asked)).number == 0


@pytest.mark.parametrize("length", [240, 2000])
def test_a_question_or_a_sentence_that_takes_all_the_room_still_leaves_it_to_one_text(length):
    crowded = Result(("Que veux-tu apprendre ? " * 90)[:length], Story((LONG * 20)[:length], (board(14),)))

    assert all(written(page) for page in pages_of_result(crowded))
