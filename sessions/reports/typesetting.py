"""Data set into a PDF by a template of pdf/: PDF/UA-1 (tagged, titled, in French), in the house's own typefaces.

What people wrote reaches a template as JSON values, never as markup: typst shows it and cannot run it.
"""

import json
from pathlib import Path
from typing import Any

import typst

from .glyphs import typefaces, with_lookalikes, with_missing_replaced

TEMPLATES = Path(__file__).parent / "pdf"
REMEMBERED = 10
"""typst keeps what it computed for so many compilations: some 40 MB for each report, on a server that prints a few a day."""


def typeset(template: str, data: dict[str, Any], moment: int = 0) -> bytes:
    """Return the PDF; `moment` is when what it tells happened, in seconds since 1970. Raises typst.TypstError where the template refuses.

    Pure, and slow enough (a third of a second) to be run in a thread.
    """
    shown = with_lookalikes(data)
    try:
        try:
            return _compiled(template, shown, moment)
        except typst.TypstError as error:
            if "could not be displayed" not in error.message:
                raise
        return _compiled(template, with_missing_replaced(shown), moment)
    finally:
        _forget()


def _compiled(template: str, data: dict[str, Any], moment: int) -> bytes:
    return typst.compile(
        str(TEMPLATES / template), root=str(TEMPLATES), font_paths=typefaces(), ignore_system_fonts=True,
        format="pdf", pdf_standards="ua-1", timestamp=moment, sys_inputs={"data": json.dumps(data)},
    )  # fmt: skip


def _forget() -> None:
    """Push the document out of typst's memory with empty compilations (5 ms each); it offers no other way."""
    for _ in range(REMEMBERED + 1):
        typst.compile(b" ", root=str(TEMPLATES), font_paths=typefaces(), ignore_system_fonts=True)
