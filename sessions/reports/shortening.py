"""What leaves a document that is too long for its page, in which order. Nothing is left out in silence: the caller is told every line.

The rule: in each heading the first entry is the newest. The heading with the most lines gives first; it gives its last line, oldest entry first, and that
entry itself once it has no line left. The first entry of a heading stays.
"""

from collections.abc import Iterator
from dataclasses import replace

from workshop.exercises.keeping import Document, Entry, Heading


def shorter_and_shorter(document: Document) -> Iterator[tuple[Document, str]]:
    """Yield the document with one line less each time, and that line; ends when only the first entries are left."""
    left = document
    while givers := [place for place, heading in enumerate(left.headings) if _can_give(heading)]:
        place = max(givers, key=lambda place: (_lines(left.headings[place]), place))
        heading, gone = _without_the_oldest(left.headings[place])
        left = replace(left, headings=(*left.headings[:place], heading, *left.headings[place + 1 :]))
        yield left, gone


def _can_give(heading: Heading) -> bool:
    return len(heading.entries) > 1 or any(_spare(entry) for entry in heading.entries)


def _spare(entry: Entry) -> tuple[str, ...]:
    """Return the lines that may go: all of them, but one where there is no title to stand for the entry."""
    return entry.lines if entry.title else entry.lines[1:]


def _lines(heading: Heading) -> int:
    return sum(1 + len(entry.lines) for entry in heading.entries)


def _without_the_oldest(heading: Heading) -> tuple[Heading, str]:
    *newer, oldest = heading.entries
    if _spare(oldest):
        return replace(heading, entries=(*newer, replace(oldest, lines=oldest.lines[:-1]))), oldest.lines[-1]
    return replace(heading, entries=tuple(newer)), oldest.title or oldest.lines[0]
