"""Pages that wait to be printed, as the services see them; `store` provides them. Only who opens one reads the page itself."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class ToPrint:
    """A page that waits. `key` is another one each time that it is handed over: « Imprimé » never deletes a page that came meanwhile."""

    key: str
    participant_id: int
    alias: str
    type: str
    handed_at: datetime


class Prints(Protocol):
    """`since` is the time of the oldest page that may still be seen."""

    def put(self, participant_id: int, type_name: str, key: str, pdf: bytes, now: datetime) -> None: ...
    def waiting(self, live_id: int, since: datetime) -> list[ToPrint]: ...
    def of_notebook(self, notebook_id: int, type_name: str, since: datetime) -> ToPrint | None: ...
    def pdf(self, live_id: int, key: str, since: datetime) -> tuple[str, bytes] | None: ...
    def remove(self, live_id: int, key: str) -> bool: ...
    def withdraw(self, notebook_id: int, type_name: str | None = None) -> set[int]: ...
    def withdraw_of(self, participant_id: int) -> set[int]: ...
    def are_before(self, moment: datetime) -> bool: ...
    def forget_before(self, moment: datetime) -> set[int]: ...
