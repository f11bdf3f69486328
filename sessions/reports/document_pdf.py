"""A kept document (a CV) as a PDF: one page of A4, one column, real text in reading order, so that a recruiter's software reads what a person reads.

Always one page: the template takes the largest of its sizes that holds everything. Where even the smallest does not, nothing is cut in silence:
`TooLong` names what is too much, and carries the document without it for who wants the page all the same.
"""

import re
from bisect import bisect_left
from typing import Any

import typst

from workshop.exercises.keeping import Document, Entry

from .document_header import DocumentRefused, Header
from .shortening import shorter_and_shorter
from .typesetting import typeset

__all__ = ["DocumentRefused", "Header", "TooLong", "document_pdf"]

LONGEST_WORD = 30
"""Letters that stand on one line whatever they are, even in the title; a longer run without a place to end the line would leave the page, and is broken."""
UNBROKEN = r"(?:[^\s/-]|[/-](?![^\W\d_]))"
"""A letter or sign after which the line does not end: it may end after a hyphen or a slash before a letter."""
NAMED = 3
"""Lines that are named in the sentence; the others are counted."""


class TooLong(DocumentRefused):
    """It does not stand on one page, even in the smallest letters; the message names the lines that are too much.

    `shortened` is the document without them, which fits; None where even the first entries alone are too long. `left_out` has every line taken out.
    """

    def __init__(self, shortened: Document | None, left_out: tuple[str, ...]) -> None:
        self.shortened = shortened
        self.left_out = left_out
        super().__init__(_told(left_out) if shortened else "Le texte est trop long pour une page. Raccourcir les textes dans le carnet.")


def document_pdf(document: Document, header: Header) -> bytes:
    """Return the PDF; raises TooLong. Slow enough (a third of a second, a few seconds where it raises) to be run in a thread."""
    pdf = _on_one_page(document, header)
    if pdf is None:
        raise _too_long(document, header)
    return pdf


def _too_long(document: Document, header: Header) -> TooLong:
    """Look for as little to leave out as makes it fit, by halves: each try is a compilation."""
    steps = list(shorter_and_shorter(document))
    fewest = bisect_left(range(len(steps)), True, key=lambda step: _on_one_page(steps[step][0], header) is not None)
    if fewest == len(steps):
        return TooLong(None, ())
    return TooLong(steps[fewest][0], tuple(gone for _, gone in steps[: fewest + 1]))


def _on_one_page(document: Document, header: Header) -> bytes | None:
    try:
        return typeset("document.typ", _printed(document, header))
    except typst.TypstError as error:
        if "longer than a page" in error.message:
            return None
        raise


def _printed(document: Document, header: Header) -> dict[str, Any]:
    return {
        "name": header.name,
        "contact": header.contact,
        "email": header.email,
        "title": _fitting(document.title),
        "subtitle": _fitting(document.subtitle),
        "headings": [
            {"title": _fitting(heading.title), "entries": [_entry(entry) for entry in heading.entries]} for heading in document.headings if heading.entries
        ],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    return {"title": _fitting(entry.title), "aside": _fitting(entry.aside), "lines": [_fitting(line) for line in entry.lines]}


def _fitting(text: str) -> str:
    """Return the text on one line, its endless words broken; no-break spaces stay."""
    return re.sub(rf"{UNBROKEN}{{{LONGEST_WORD}}}(?=\S)", r"\g<0> ", re.sub(r"[ \t\r\n\v\f]+", " ", text).strip())


def _told(left_out: tuple[str, ...]) -> str:
    named = ", ".join(f"«\u00a0{line}\u00a0»" for line in left_out[:NAMED])
    more = len(left_out) - NAMED
    rest = "" if more <= 0 else " et une autre ligne" if more == 1 else f" et {more} autres lignes"
    return f"Tout ne tient pas sur une page. Ce qui est de trop, le plus ancien d’abord\u00a0: {named}{rest}."
