"""What the metrics see of the publisher: how long a change takes from its commit until every phone is told."""

from collections.abc import Callable, Sequence
from functools import wraps
from time import perf_counter
from typing import Any

from sessions.services.ports import Changed, Reach
from workshop.seen.metrics import PUSH_SECONDS


def push_seen(publish: Callable[[Any, Sequence[Changed]], None]) -> Callable[[Any, Sequence[Changed]], None]:
    """Time each call that redraws the phones at once; screen and desk are told after it, see DRAW_SECONDS."""

    @wraps(publish)
    def seen(publisher: Any, changes: Sequence[Changed]) -> None:
        began = perf_counter()
        publish(publisher, changes)
        if any(change.reach is Reach.ROOM for change in changes):
            PUSH_SECONDS.observe(perf_counter() - began)

    return seen
