"""The pages of a result: one as a rule; where the room's texts do not all stand on the screen, whole and readable, one after the other.

Which page is on the screen is the run's (`page`); how many there are changes with every text that is shown or hidden, so that is found each time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from workshop.exercises.contract import Story
from workshop.figures import Board, BoardPage
from workshop.figures.paging import fits, pages_of

from .beam import OF_PAGES, USUAL, spaces
from .live_session import StepRun
from .shown import Result

MOST_PAGES = 30
"""Nobody reads more aloud: of what is left the screen tells how many, and the spreadsheet has them all."""


@dataclass(frozen=True)
class Page:
    """What the screen shows at once of a result. `number` counts from 0."""

    title: str
    story: Story
    number: int = 0
    count: int = 1
    board: BoardPage | None = None
    """The texts of this page; None where the result is whole, or where only what stands beside the texts is shown."""
    coming: int = 0
    """Where this page has none: how many texts the next ones have."""

    @property
    def told(self) -> str:
        """Say in French which texts these are; nothing where there is but one page."""
        if self.count == 1:
            return ""
        if self.board is None:
            return f"Ensuite\u00a0: {_number(self.coming)} {'textes' if self.coming > 1 else 'texte'}"
        first, last, total = (_number(count) for count in (self.board.first, self.board.last, self.board.total))
        if self.board.total == 1:
            return "1 texte"
        return f"Texte {first} sur {total}" if first == last else f"Textes {first} à {last} sur {total}"


def show_page(run: StepRun, number: int) -> None:
    """Show that page, from 0. A number beyond the last page is taken: a text may have been hidden since the button was drawn."""
    run.page = number


def page_shown(result: Result, run: StepRun, *, is_by_team: bool = False) -> Page:
    """Return what is on the screen; the last page where texts were hidden and so many pages are no longer there."""
    pages = pages_of_result(result, is_by_team=is_by_team)
    return pages[min(run.page, len(pages) - 1)]


def pages_of_result(result: Result, *, is_by_team: bool = False) -> tuple[Page, ...]:
    """Return the pages of what is told: the very story where all of it fits.

    Otherwise what stands beside the texts (`is_by_team`: the teams too) comes first and alone, then each board, page by page. What is said in words
    stands on the first page, and makes room on the others.
    """
    story = result.story
    boards = [figure for figure in story.figures if isinstance(figure, Board)]
    beside = tuple(figure for figure in story.figures if not isinstance(figure, Board))
    as_usual = partial(spaces, result.title, _said(story), USUAL, len(story.figures) + is_by_team)
    if all(fits(board, as_usual) for board in boards):
        return (Page(result.title, story),)
    opening = [Page(result.title, replace(story, figures=beside))] if beside or is_by_team else []
    texts = list(_pages_of_texts(result, boards, has_opening=bool(opening)))
    coming = sum(page.board.total for page in texts if page.board.first == 1)
    pages = [*(replace(page, coming=coming) for page in opening), *texts]
    return tuple(replace(page, number=number, count=len(pages)) for number, page in enumerate(pages))


def _pages_of_texts(result: Result, boards: Sequence[Board], *, has_opening: bool) -> Iterator[Page]:
    """Give each board its pages; of many boards each has its share of what can be shown."""
    most = max(1, (MOST_PAGES - has_opening) // len(boards))
    plain = spaces(result.title, "", OF_PAGES)
    is_first = not has_opening
    for board in boards:
        for drawn in pages_of(board, spaces(result.title, _said(result.story), OF_PAGES) if is_first else plain, plain, most):
            story = replace(result.story, figures=(drawn,)) if is_first else Story("", (drawn,))
            yield Page(result.title, story, board=drawn)
            is_first = False


def _said(story: Story) -> str:
    return f"{story.sentence} {story.takeaway}".strip()


def _number(count: int) -> str:
    return f"{count:,}".replace(",", "\u202f")
