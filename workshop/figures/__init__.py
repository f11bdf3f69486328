"""The vocabulary of figures: what a room is shown and a report prints, as pure data.

A type says what to show; only the drawers know how: templates/figures (screen and web report), sessions/reports (PDF, spreadsheet).
"""

from .compare import compared
from .model import (
    Bar,
    Bars,
    Board,
    Cloud,
    Figure,
    Group,
    Note,
    OrderedList,
    Ranked,
    Ring,
    Rings,
    Spread,
    Table,
    Value,
    Word,
)
from .table import as_table
from .words import in_words

__all__ = [
    "Bar", "Bars", "Board", "Cloud", "Figure", "Group", "Note", "OrderedList", "Ranked", "Ring", "Rings", "Spread", "Table", "Value", "Word",
    "as_table", "compared", "in_words",
]
