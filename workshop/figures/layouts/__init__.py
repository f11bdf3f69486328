"""Places and sizes of what a figure shows on a page: what templates/figures draws without any arithmetic of its own.

One module per kind, as one template per kind. Lengths are percentages as text ("64.3%") or units of the drawing itself.
Nothing is larger than what fits under a two-line title: what is left out is told by its number.
"""

from functools import singledispatch
from typing import Any

from ..board import Board, BoardPage
from ..lanes import Lanes
from ..model import Bars, Cloud, Facing, Figure, OrderedList, Paths, Plane, Rings, Spread, Table, Wheel
from ..sheet import Sheet
from . import bars, board, cloud, facing, lanes, ordered, paths, plane, rings, sheet, spread, table, wheel


@singledispatch
def layout(figure: Figure) -> Any:
    """Return the figure with everything placed, as its kind's own dataclass; raises TypeError for an unknown kind."""
    raise TypeError(f"no layout for {type(figure).__name__}")


layout.register(Bars, bars.laid_out)
layout.register(Spread, spread.laid_out)
layout.register(Cloud, cloud.laid_out)
layout.register(OrderedList, ordered.laid_out)
layout.register(Board, board.laid_out)
layout.register(BoardPage, board.page_laid_out)
layout.register(Lanes, lanes.laid_out)
layout.register(Rings, rings.laid_out)
layout.register(Facing, facing.laid_out)
layout.register(Plane, plane.laid_out)
layout.register(Paths, paths.laid_out)
layout.register(Wheel, wheel.laid_out)
layout.register(Sheet, sheet.laid_out)
layout.register(Table, table.laid_out)

__all__ = ["layout"]
