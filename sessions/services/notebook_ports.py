"""What is kept of a learner from session to session, as the services see it; `store` provides it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True)
class Notebook:
    """`began_by` is the participant for whom it was made: that number alone is on the owner's phone. `name` is the alias of the last time."""

    id: int
    began_by: int
    code: str
    name: str
    created_at: datetime
    seen_at: datetime


@dataclass(frozen=True)
class Leaf:
    """What one answer gives to a notebook, on its way to the disk."""

    notebook_id: int
    live_id: int
    step_id: str
    part: int
    type: str
    specification: dict[str, Any]
    answer: dict[str, Any]
    keepsakes: list[dict[str, Any]]
    kept_at: datetime


@dataclass(frozen=True)
class Page:
    """The same in the notebook. `live_id` is None once the session is gone; `marks` says how far each thing to do has come, by the keepsake's key."""

    id: int
    notebook_id: int
    live_id: int | None
    step_id: str
    part: int
    type: str
    specification: dict[str, Any]
    answer: dict[str, Any]
    keepsakes: list[dict[str, Any]]
    kept_at: datetime
    marks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Owner:
    """Somebody whose answers are to be kept."""

    participant_id: int
    alias: str
    notebook_id: int | None
    has_phone: bool


class Notebooks(Protocol):
    def owners(self, participant_ids: Collection[int]) -> list[Owner]: ...
    def begin_all(self, begun: Mapping[int, tuple[str, str]], now: datetime) -> dict[int, int]: ...
    def by_id(self, notebook_id: int) -> Notebook | None: ...
    def by_code(self, code: str) -> Notebook | None: ...
    def begun_by(self, participant_ids: Collection[int]) -> list[Notebook]: ...
    def put_all(self, leaves: Sequence[Leaf]) -> None: ...
    def pages(self, notebook_id: int) -> list[Page]: ...
    def page(self, notebook_id: int, page_id: int) -> Page | None: ...
    def to_do(self, notebook_id: int, types: Collection[str], apart_from: int) -> list[Page]: ...
    def are_in(self, live_id: int) -> bool: ...
    def correct(self, page: Page) -> None: ...
    def mark(self, page: Page, marks: Mapping[str, str]) -> None: ...
    def take_out(self, notebook_id: int, page_id: int) -> None: ...
    def erase(self, notebook_id: int) -> int | None: ...
    def give(self, notebooks: Mapping[int, int]) -> None: ...
    def move(self, live_id: int, origin: int, to: int) -> None: ...
    def see(self, notebook_id: int, name: str, now: datetime) -> None: ...
