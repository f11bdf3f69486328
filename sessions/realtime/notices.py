"""What workers tell each other: which sessions changed, and how far that is seen. A few numbers, nobody's words."""

from collections.abc import Sequence
from typing import Any

from sessions.services.ports import Changed, Reach

EVERYTHING = {"everything": True}
"""Said by a worker that was cut off: what it did meanwhile, the others have not heard."""


def notice_of(changes: Sequence[Changed]) -> dict[str, Any]:
    return {"changes": [[change.live_id, change.reach.value, list(change.removed), list(change.redrawn)] for change in changes]}


def changes_in(notice: dict[str, Any]) -> list[Changed]:
    """Return the changes of a notice; raises ValueError or TypeError where it is not one of ours."""
    told = notice.get("changes", [])
    return [Changed(int(live_id), Reach(reach), tuple(removed), tuple(redrawn)) for live_id, reach, removed, redrawn in told]


def answers_notice(live_id: int) -> dict[str, Any]:
    return {"answered": live_id}
