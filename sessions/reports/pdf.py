"""The report as a PDF for print and for screen readers (PDF/UA-1: tagged, titled, in French, figures told in words).

What people wrote reaches the template as JSON values, never as markup: typst shows it and cannot run it.
"""

import json
from pathlib import Path

import typst

from .document import ReportDocument
from .glyphs import typefaces, with_lookalikes, with_missing_replaced
from .printing import Data, printed

TEMPLATES = Path(__file__).with_suffix("")


REMEMBERED = 10
"""typst keeps what it computed for so many compilations: some 40 MB for each report, on a server that prints a few a day."""


def render_pdf(document: ReportDocument) -> bytes:
    """Return the PDF; pure, and slow enough (a third of a second) to be run in a thread."""
    data = with_lookalikes(printed(document))
    moment = int(document.card.end.timestamp())
    try:
        try:
            return _compiled(data, moment)
        except typst.TypstError as error:
            if "could not be displayed" not in error.message:
                raise
        return _compiled(with_missing_replaced(data), moment)
    finally:
        _forget()


def _compiled(data: Data, moment: int) -> bytes:
    return typst.compile(
        str(TEMPLATES / "report.typ"), root=str(TEMPLATES), font_paths=typefaces(), ignore_system_fonts=True,
        format="pdf", pdf_standards="ua-1", timestamp=moment, sys_inputs={"data": json.dumps(data)},
    )  # fmt: skip


def _forget() -> None:
    """Push the report out of typst's memory with empty compilations (5 ms each); it offers no other way."""
    for _ in range(REMEMBERED + 1):
        typst.compile(b" ", root=str(TEMPLATES), font_paths=typefaces(), ignore_system_fonts=True)
