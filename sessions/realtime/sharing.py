"""What phones were told of what their room shares, and when to tell them again. Nothing here is the truth: what is forgotten is drawn once more."""

from collections.abc import Sequence

from sessions.surfaces.rendering import SharedFragment

EVERY_S = 1.0
BYTES_PER_S = 500_000
"""What the phones of one room may be sent of it in a second, together: a full room on one Wi-Fi is told less often."""
LONGEST_S = 8.0
REMEMBERED = 2000
"""Rooms of one process; each with a few kilobytes."""


class Sharing:
    def __init__(self) -> None:
        self._every: dict[int, float | None] = {}
        self._told: dict[tuple[int, int], SharedFragment] = {}

    def every_s(self, live_id: int) -> float | None:
        """Return the seconds to wait before the phones are told; None where the step that is played shares nothing."""
        return self._every.get(live_id, EVERY_S)

    def forget(self, live_id: int) -> None:
        """Another step may be played now: look again."""
        self._every.pop(live_id, None)

    def news(self, live_id: int, fragments: Sequence[SharedFragment], phones: int) -> list[SharedFragment]:
        """Return those of the fragments that the phones do not show yet; `phones` is how many there are."""
        if max(len(self._every), len(self._told)) > REMEMBERED:
            self._every.clear()
            self._told.clear()
        weight = phones * sum(len(fragment.html) for fragment in fragments)
        self._every[live_id] = min(max(EVERY_S, weight / BYTES_PER_S), LONGEST_S) if fragments else None
        news = [fragment for fragment in fragments if self._told.get((live_id, fragment.part)) != fragment]
        self._told |= {(live_id, fragment.part): fragment for fragment in news}
        return news
