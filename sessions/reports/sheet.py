"""One workbook and its sheets, over XlsxWriter: what every sheet of a report has in common."""

import re
from collections.abc import Sequence
from typing import Any, Self

import xlsxwriter

from workshop.figures import Table

from .cleaning import cleaned

NUMBER = re.compile(r"-?\d{1,3}(?:[\u202f\u00a0 ]?\d{3})*(?:,\d+)?")
SHARE = re.compile(r"(\d+)[\u202f\u00a0]%")
NO_MAGIC = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
LONGEST = 32_000
"""Characters that a cell may hold, less a margin."""

Cell = str | int | float


class Book:
    """A workbook written into `file` when the `with` block ends."""

    def __init__(self, file: Any, title: str, company: str) -> None:
        self._book = xlsxwriter.Workbook(file, NO_MAGIC)
        self._book.set_properties({"title": cleaned(title), "company": cleaned(company)})
        # The quote prefix keeps a text a text after somebody edits its cell, where "=…" would become a formula.
        base = {"font_name": "Calibri", "valign": "top", "text_wrap": True, "quote_prefix": True}
        looks = {
            "text": {},
            "number": {"align": "right", "quote_prefix": False},
            "share": {"num_format": "0 %", "align": "right", "quote_prefix": False},
            "above": {"bold": True, "font_size": 13, "text_wrap": False}, "title": {"bold": True, "text_wrap": False}, "line": {"text_wrap": False},
            "head": {"bold": True, "bg_color": "#FBF6EC", "bottom": 2, "bottom_color": "#1C1A2B"},
        }  # fmt: skip
        self.formats = {name: self._book.add_format({**base, **look}) for name, look in looks.items()}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind, *_) -> None:
        if kind is None:
            self._book.close()

    def sheet(self, name: str, above: str) -> "Sheet":
        """Return a new sheet with one line over its table."""
        return Sheet(self._book.add_worksheet(name), self.formats, above)


class Sheet:
    """Written from top to bottom."""

    def __init__(self, sheet: Any, formats: dict[str, Any], above: str) -> None:
        self._sheet, self._formats, self._row = sheet, formats, 0
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        self.line(above, "above")

    def line(self, text: str, look: str = "line") -> None:
        self._text(self._row, 0, text, look)
        self._row += 1

    def table(self, head: Sequence[str], rows: Sequence[Sequence[Cell]], widths: Sequence[float], shares: Sequence[int] = ()) -> None:
        """Write a table with a frozen head and a filter; columns in `shares` hold numbers in 0..1, shown in per cent."""
        top = self._row
        self._line_of(head, "head")
        for row in rows:
            for column, value in enumerate(row):
                self._write(self._row, column, value, "share" if column in shares else "number")
            self._row += 1
        self._sheet.freeze_panes(top + 1, 1)
        self._sheet.repeat_rows(top)
        if rows:
            self._sheet.autofilter(top, 0, self._row - 1, len(head) - 1)
        self.widths(widths)

    def block(self, title: str, sentence: str, tables: Sequence[Table]) -> None:
        """Write a title, a sentence and small tables under each other, then an empty line."""
        self._row += 1
        self.line(title, "title")
        self.line(sentence)
        for table in tables:
            if table.title:
                self.line(table.title, "title")
            self._line_of(table.head, "head")
            numeric = _numeric_columns(table)
            for row in table.rows:
                for column, text in enumerate(row):
                    self._figure(column, text, column in numeric)
                self._row += 1

    def widths(self, widths: Sequence[float]) -> None:
        for column, width in enumerate(widths):
            self._sheet.set_column(column, column, width)

    def _line_of(self, texts: Sequence[str], look: str) -> None:
        for column, text in enumerate(texts):
            self._text(self._row, column, text, look)
        self._row += 1

    def _figure(self, column: int, text: str, is_number: bool) -> None:
        share = SHARE.fullmatch(text)
        if share and is_number:
            self._write(self._row, column, int(share[1]) / 100, "share")
        elif is_number and text:
            self._write(self._row, column, float(re.sub(r"[\u202f\u00a0 ]", "", text).replace(",", ".")), "number")
        else:
            self._write(self._row, column, text, "text")

    def _write(self, row: int, column: int, value: Cell, look: str) -> None:
        if isinstance(value, str):
            self._text(row, column, value, "text")
        else:
            self._sheet.write_number(row, column, value, self._formats[look])

    def _text(self, row: int, column: int, text: str, look: str) -> None:
        if shown := cleaned(text)[:LONGEST]:
            self._sheet.write_string(row, column, shown, self._formats[look])


def _numeric_columns(table: Table) -> set[int]:
    """Return the columns, the first apart, that hold numbers only."""
    return {
        column for column in range(1, len(table.head))
        if all(NUMBER.fullmatch(row[column]) or SHARE.fullmatch(row[column]) or not row[column] for row in table.rows)
    }  # fmt: skip
