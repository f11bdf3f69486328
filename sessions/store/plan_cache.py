"""Parsed plans: a version of a frozen plan never changes, so each process parses it once."""

from workshop.plans.model import Workshop

from .tables import LiveRow

KEPT = 2000
"""About 60 kB each: the rooms of one process, with room to spare."""


class PlanCache:
    def __init__(self) -> None:
        self._plans: dict[tuple[int, int], Workshop] = {}

    def plan_of(self, row: LiveRow) -> Workshop:
        """Return the row's plan; the JSON column is read only the first time."""
        key = (row.id, row.plan_version)
        if key not in self._plans:
            if len(self._plans) >= KEPT:
                self._plans.pop(next(iter(self._plans)))
            self._plans[key] = Workshop.model_validate(row.plan)
        return self._plans[key]
