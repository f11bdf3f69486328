"""What was dealt out in a run: one row for each part that deals."""

from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from .tables import DealRow
from .upsert import upsert

OF = select(DealRow.content).where(DealRow.run_id == bindparam("run_id"), DealRow.part == bindparam("part"))
"""Made once: putting a statement together costs more than carrying it out."""


class SqlDeals:
    def __init__(self, session: Session) -> None:
        self.session = session

    def of(self, run_id: str, part: int, *, is_to_change: bool = False) -> dict[str, Any] | None:
        """Return what was dealt; `is_to_change` makes others wait who want to change it too, until this transaction ends."""
        return self.session.scalar(OF.with_for_update() if is_to_change else OF, {"run_id": run_id, "part": part})

    def keep(self, run_id: str, part: int, content: dict[str, Any]) -> None:
        upsert(self.session, DealRow, {"run_id": run_id, "part": part}, {"content": content})
