"""A board's texts, page by page: on a screen each text is whole and as large as a room can read, so what does not fit comes on the next page."""

from collections.abc import Callable, Iterator, Sequence

from .board import Board, BoardPage, Group, Note
from .filling import CLOSE, PLAIN, TITLE, Filled, Space, holds_groups, holds_texts
from .layouts import layout
from .letters import words_of

SIZES = {"large": 1.0, "medium": 0.86, "small": 0.76}
"""A board's letters, in those of the text around it; a page's are medium."""
FIGURE_TITLE = 1.6
"""The height of the figure's own title, in em of the text around."""
VOTES = 4.5
"""The width of "12 votes" beside a note."""
MANY_COLUMNS, COLUMNS = 3, 2
FEW_WORDS = 0.7
SHORT = 50
"""A few words have so many letters at most; they stand in many columns, and their letters need not be as large as what is read aloud."""

WORTH_IT = 1.3
"""How many times as many texts a page must hold to have other columns than the pages around it."""

Taken = tuple[int, Sequence[tuple[int, Note]]]
"""The columns of a page, and its notes with the place of the group that each is of."""


def fits(board: Board, spaces: Callable[[float], Sequence[Space]]) -> bool:
    """Whether the whole board can be read as it is usually drawn: no text is cut, and no letter is smaller than a page's, or than a few words may be.

    `spaces(shrunk)` returns those in which it must stand once all letters of the screen are so much smaller.
    """
    laid = layout(board)
    shrunk = (FEW_WORDS if _are_short(board) else SIZES["medium"]) / SIZES[laid.size]
    if laid.hidden or shrunk > 1:
        return False
    look = CLOSE if laid.size == "small" else PLAIN
    groups = [[words_of(note.text) for note in group.notes] for group in laid.groups]
    inner = [_inner(board, space, SIZES[laid.size]) for space in spaces(shrunk)]
    if laid.has_titles:
        return all(holds_groups(groups, laid.columns, look, space) for space in inner)
    return all(holds_texts([words for group in groups for words in group], look, space) for space in inner)


def pages_of(board: Board, first: Sequence[Space], others: Sequence[Space], most: int) -> tuple[BoardPage, ...]:
    """Return the board's pages, `most` at the most: the first one stands in each space of `first`, each other one in each of `others`.

    Every text is on one page, in the board's order, and moves none of those before it. A text that no page would hold has one of its own.
    """
    notes = [(place, note) for place, group in enumerate(board.groups) for note in group.notes]
    columns = _columns([note for _, note in notes])
    pages: list[Taken] = []
    at = 0
    while at < len(notes) and len(pages) < most:
        spaces = [_inner(board, space, SIZES["medium"]) for space in (others if pages else first)]
        pages.append(_page(notes[at:], board, spaces, columns))
        at += len(pages[-1][1])
    return tuple(_drawn(board, pages, len(notes)))


def _are_short(board: Board) -> bool:
    return all(len(note.text) <= SHORT for group in board.groups for note in group.notes)


def _inner(board: Board, space: Space, size: float) -> Space:
    """Return what the figure's title leaves, in em of the board's own letters."""
    return Space(space.width / size, (space.height - (FIGURE_TITLE if board.title else 0)) / size)


def _columns(notes: Sequence[Note]) -> int:
    """Return how many columns suit most of the texts: one text more hardly ever changes it."""
    lengths = sorted(len(note.text) for note in notes)
    return MANY_COLUMNS if lengths and lengths[len(lengths) * 3 // 4] <= SHORT else COLUMNS


def _page(notes: Sequence[tuple[int, Note]], board: Board, spaces: Sequence[Space], columns: int) -> Taken:
    """Return the next page, in fewer columns where it then holds many more: long texts may leave half of each column empty."""
    found = [(count, list(_taken(notes, board, [Filled(space, count) for space in spaces]))) for count in range(columns, 0, -1)]
    most = max(len(taken) for _, taken in found)
    return next(page for page in found if len(page[1]) * WORTH_IT >= most) if most else (1, notes[:1])


def _taken(notes: Sequence[tuple[int, Note]], board: Board, filled: Sequence[Filled]) -> Iterator[tuple[int, Note]]:
    before = None
    for place, note in notes:
        words = words_of(note.text)
        under = TITLE if place != before and _has_titles(board) else 0
        if not all([one.take(words, PLAIN, under=under, beside=0 if note.votes is None else VOTES) for one in filled]):
            return
        before = place
        yield place, note


def _has_titles(board: Board) -> bool:
    return any(group.title for group in board.groups)


def _drawn(board: Board, pages: Sequence[Taken], total: int) -> Iterator[BoardPage]:
    last, before = 0, None
    for number, (columns, notes) in enumerate(pages, 1):
        places = dict.fromkeys(place for place, _ in notes)
        groups = tuple(Group(_title(board.groups[place], goes_on=place == before), tuple(note for of, note in notes if of == place)) for place in places)
        first, last, before = last + 1, last + len(notes), notes[-1][0]
        yield BoardPage(board.title, groups, columns, first, last, total, _has_titles(board), total - last if number == len(pages) else 0)


def _title(group: Group, *, goes_on: bool) -> str:
    """Return the group's title, which says so where the group began on an earlier page."""
    return f"{group.title} (suite)" if group.title and goes_on else group.title
