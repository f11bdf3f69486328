"""The vocabulary of figures: what a room is shown and a report prints, as pure data.

A type says what to show; only the drawers know how: templates/figures (screen and web report), sessions/reports (PDF, spreadsheet).
"""

from .board import Board, BoardPage, Group, Note
from .compare import compared
from .lanes import Lanes, Put
from .model import (
    Axis,
    Bar,
    Bars,
    Cloud,
    Faced,
    Facing,
    Figure,
    OrderedList,
    Placed,
    Plane,
    Ranked,
    Ring,
    Rings,
    Table,
    Word,
)
from .paths import Paths, Stop, Way
from .sheet import Mark, Sheet
from .spread import Spread, Value
from .table import as_table
from .times import ARRIVING_AND_LEAVING, ROUNDS, Times
from .units import unit_of
from .wheel import Sector, Wheel
from .words import in_words

__all__ = [
    "ARRIVING_AND_LEAVING", "ROUNDS",
    "Axis", "Bar", "Bars", "Board", "BoardPage", "Cloud", "Faced", "Facing", "Figure", "Group", "Lanes", "Mark", "Note", "OrderedList",
    "Paths", "Placed", "Plane", "Put", "Ranked", "Ring", "Rings", "Sector", "Sheet", "Spread", "Stop", "Table", "Times", "Value", "Way", "Wheel", "Word",
    "as_table", "compared", "in_words", "unit_of",
]
