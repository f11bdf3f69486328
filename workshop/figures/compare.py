"""Two moments of the same figure told as one, where its kind can show "before" beside "now"."""

from dataclasses import replace

from .lanes import Lanes
from .model import Bars, Figure, Spread
from .sheet import Sheet
from .times import ROUNDS, Times


def compared(now: tuple[Figure, ...], before: tuple[Figure, ...], times: Times = ROUNDS) -> tuple[Figure, ...]:
    """Return the later figures with the earlier counts in them; kinds that cannot show both stay as they are."""
    if len(now) != len(before):
        return now
    return tuple(_pair(new, old, times) for new, old in zip(now, before, strict=True))


def _pair(now: Figure, before: Figure, times: Times) -> Figure:
    """Return the pair as one figure. A bar that the earlier figure did not hold has no count of then: that is not nought."""
    if isinstance(now, Bars) and isinstance(before, Bars):
        earlier = {bar.label: bar.count for bar in before.bars}
        return replace(now, bars=tuple(replace(bar, before=earlier.get(bar.label)) for bar in now.bars), times=times)
    if isinstance(now, Spread) and isinstance(before, Spread):
        return replace(now, before_median=before.median, times=times)
    if isinstance(now, Lanes) and isinstance(before, Lanes):
        placed = {thing.label: thing.counts[thing.right] for thing in before.things if thing.right is not None}
        return replace(now, things=tuple(replace(thing, before=placed.get(thing.label)) for thing in now.things), times=times)
    if isinstance(now, Sheet) and isinstance(before, Sheet):
        touched = {(mark.text, mark.box): mark.count for mark in before.counted}
        lines = tuple(tuple(replace(mark, before=touched.get((mark.text, mark.box))) for mark in line) for line in now.lines)
        return replace(now, lines=lines, times=times, before_total=before.total)
    return now
