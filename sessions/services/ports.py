"""What the services need from outside. `store`, `realtime` and app.py provide it.

Longer than most because it is one list; notebooks, which outlive the sessions, stand in `notebook_ports.py`, pages to print in `print_ports.py`.
"""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from random import Random
from typing import Any, Protocol, TypeVar

from sessions.domain.live_session import LiveSession
from sessions.domain.people import Kind, Participant
from sessions.domain.results import PartAnswers

from .notebook_ports import Notebooks
from .print_ports import Prints

T = TypeVar("T")
Item = TypeVar("Item")


@dataclass(frozen=True)
class LiveHead:
    """What never changes of a live session."""

    id: int
    code: str
    organisation_id: int | None
    counsellor_id: int | None
    cohort_id: int | None
    workshop_id: str
    is_rehearsal: bool
    created_at: datetime


@dataclass(frozen=True)
class AnswerWrite:
    """One answer on its way to the disk; `payload` None is a pass."""

    live_id: int
    run_id: str
    part: int
    participant_id: int
    client_answer_id: str
    payload: dict[str, Any] | None
    received_at: datetime


@dataclass(frozen=True)
class Own:
    """One person's own answer. `was_given` is False where there is none yet; `payload` None with `was_given` is a pass."""

    was_given: bool = False
    payload: dict[str, Any] | None = None


@dataclass(frozen=True)
class Signal:
    participant_id: int
    alias: str
    kind: str
    raised_at: datetime


class Reach(StrEnum):
    """How far a change is seen."""

    ROOM = "room"
    """Every surface is redrawn at once."""
    SCREEN = "screen"
    """Screen and desk are redrawn at once; the phones saw nothing of it."""
    DESK = "desk"
    """Only counts and lists moved; told a few times a second at most."""


@dataclass(frozen=True)
class Changed:
    """What a transaction changed in one live session."""

    live_id: int
    reach: Reach = Reach.DESK
    removed: tuple[int, ...] = ()
    """Participants whose phone must leave the room."""
    redrawn: tuple[int, ...] = field(default=())
    """Participants whose own phone must be redrawn."""


@dataclass(frozen=True)
class Newcomer:
    """Somebody on the way in, under an alias that was free a moment ago."""

    live_id: int
    alias: str
    resume_code: str
    device: str
    kind: Kind
    joined_at: datetime


class Lives(Protocol):
    def add(self, live: LiveSession, head: LiveHead) -> int: ...
    def by_code(self, code: str) -> LiveSession | None: ...
    def by_id(self, live_id: int) -> LiveSession | None: ...
    def head(self, live_id: int) -> LiveHead: ...
    def note(self, live_id: int) -> str: ...
    def before(self, head: LiveHead) -> int | None: ...
    def versions(self, live_ids: Collection[int]) -> dict[int, int]: ...
    def live_id_of_run(self, run_id: str) -> int | None: ...
    def code_is_free(self, code: str) -> bool: ...
    def save(self, live: LiveSession, command: str, now: datetime, expected_version: int) -> bool: ...
    def write_note(self, live_id: int, note: str) -> None: ...


class People(Protocol):
    def add_all(self, people: Sequence[Newcomer]) -> list[Participant | None]: ...
    def by_id(self, participant_id: int) -> Participant | None: ...
    def by_resume_code(self, live_id: int, resume_code: str) -> Participant | None: ...
    def on_device(self, live_id: int, device: str) -> list[Participant]: ...
    def present(self, live_id: int, most: int | None = None) -> list[Participant]: ...
    def latest_aliases(self, live_id: int, most: int) -> list[str]: ...
    def with_a_phone(self, live_id: int, since: datetime) -> set[int]: ...
    def aliases(self, live_id: int) -> dict[int, str]: ...
    def everyone(self, live_id: int) -> list[Participant]: ...
    def count(self, live_id: int) -> int: ...
    def taken(self, live_id: int, keys: Collection[str]) -> Collection[str]: ...
    def remove(self, participant_id: int, now: datetime) -> None: ...
    def rename(self, participant_id: int, alias: str) -> None: ...
    def set_untimed(self, participant_id: int, untimed: bool) -> None: ...
    def to_move(self, live_id: int, participant_id: int, *, is_away: bool) -> list[int]: ...
    def away_among(self, participant_ids: Collection[int]) -> list[tuple[int, int]]: ...
    def set_left(self, participant_id: int, left_at: datetime | None) -> None: ...


class Answers(Protocol):
    def own(self, run_id: str, participant_id: int) -> dict[int, Own]: ...
    def gathered(self, live: LiveSession, run_id: str) -> tuple[PartAnswers, ...]: ...
    def is_answered(self, run_id: str) -> bool: ...
    def hold(self, run_id: str) -> None: ...
    def answered_by(self, run_id: str) -> dict[int, set[int]]: ...
    def sent_to(self, run_id: str, parts: Collection[int]) -> list[tuple[int, int, dict[str, Any]]]: ...
    def hands_total(self, run_id: str) -> int: ...
    def count_hands(self, run_id: str, part: int, key: str, count: int) -> None: ...
    def decide_text(self, run_id: str, part: int, text_key: str, is_shown: bool) -> None: ...
    def decisions(self, run_id: str) -> dict[tuple[int, str], bool]: ...
    def arrange(self, run_id: str, part: int, content: dict[str, Any]) -> None: ...
    def write(self, write: AnswerWrite) -> Any: ...
    def write_all(self, writes: Sequence[AnswerWrite]) -> Sequence[Any]: ...


class Deals(Protocol):
    def of(self, run_id: str, part: int, *, is_to_change: bool = False) -> dict[str, Any] | None: ...
    def keep(self, run_id: str, part: int, content: dict[str, Any]) -> None: ...


class Signals(Protocol):
    def raise_(self, participant_id: int, kind: str, run_id: str | None, now: datetime) -> None: ...
    def clear(self, participant_id: int, kind: str) -> None: ...
    def clear_all(self, live_id: int, kind: str) -> None: ...
    def is_lost(self, participant_id: int, run_id: str | None) -> bool: ...
    def raised(self, live_id: int, run_id: str | None) -> list[Signal]: ...


class Work(Protocol):
    """One transaction. What is noted with `changed` is published after the commit, and only then."""

    lives: Lives
    people: People
    answers: Answers
    deals: Deals
    signals: Signals
    notebooks: Notebooks
    prints: Prints

    def changed(self, changed: Changed) -> None: ...


class Reads(Protocol):
    lives: Lives
    people: People
    answers: Answers
    deals: Deals
    signals: Signals
    notebooks: Notebooks
    prints: Prints


class Store(Protocol):
    publisher: "Publisher"

    def work(self) -> AbstractContextManager[Work]: ...
    def together(self, act: Callable[[Work], T]) -> T: ...
    def batches(self, handle: Callable[[Work, Sequence[Item]], list[T]]) -> Callable[[Item], T]: ...
    def read_batches(self, handle: Callable[[Reads, Sequence[Item]], list[T]]) -> Callable[[Item], T]: ...
    def read(self) -> AbstractContextManager[Reads]: ...
    def live_id(self, code: str) -> int | None: ...
    def write_answer(self, write: AnswerWrite) -> Any: ...


class Publisher(Protocol):
    def publish(self, changes: Sequence[Changed]) -> None: ...
    def answered(self, live_id: int) -> None: ...


@dataclass(frozen=True)
class World:
    """Time and chance, handed in so that tests can hold them still."""

    now: Callable[[], datetime]
    new_id: Callable[[], str]
    random: Random
