"""A learner's notebook as its owner reads it: chapters by type, pages oldest first, and what was to be done."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

from pydantic import ValidationError

from workshop.exercises.contract import Answer, ExerciseType, Specification
from workshop.exercises.keeping import Keepsake
from workshop.exercises.registry import exercise_types

TO_DO = "commitments"
"""The section of the types whose keepsakes are things to do: each can be marked as done."""


class Progress(StrEnum):
    """How far a thing to do has come, as its owner says."""

    DONE = "done"
    UNDERWAY = "underway"
    NOT_YET = "not_yet"


class Stored(Protocol):
    """A page as it is stored."""

    id: int
    live_id: int | None
    type: str
    specification: dict[str, Any]
    answer: dict[str, Any]
    keepsakes: list[dict[str, Any]]
    kept_at: datetime
    marks: Mapping[str, str]


@dataclass(frozen=True)
class Given:
    """What a page was made of, read again by its type."""

    exercise: ExerciseType
    specification: Specification
    answer: Answer


@dataclass(frozen=True)
class Kept:
    """One thing kept. `progress` is None where nothing was said, or where there is nothing to do."""

    keepsake: Keepsake
    progress: Progress | None = None


@dataclass(frozen=True)
class PageView:
    id: int
    kept_at: datetime
    kept: tuple[Kept, ...]
    is_to_do: bool
    can_be_corrected: bool

    @property
    def text(self) -> str:
        """All of it as plain text, to copy."""
        return "\n\n".join("\n".join((one.keepsake.title, *one.keepsake.lines)) for one in self.kept)


@dataclass(frozen=True)
class Chapter:
    """All that was kept of one type. `document_label` is empty where no document is made of it."""

    type: str
    label: str
    pages: tuple[PageView, ...]
    document_label: str = ""


@dataclass(frozen=True)
class ToDo:
    """One thing that was to be done since an earlier session."""

    page: int
    key: str
    title: str
    lines: tuple[str, ...]
    progress: Progress | None


def chapters_of(pages: Sequence[Stored]) -> tuple[Chapter, ...]:
    """Return the chapters in the order in which they were begun; a page of a type that is no longer there stands under « Autres »."""
    by_type: dict[str, list[Stored]] = {}
    for page in pages:
        by_type.setdefault(page.type, []).append(page)
    return tuple(_chapter(name, found) for name, found in by_type.items())


def to_do_in(pages: Sequence[Stored]) -> tuple[ToDo, ...]:
    """Return the things to do of the last session that gave some; `pages` are oldest first."""
    if not pages:
        return ()
    last = [page for page in pages if page.live_id == pages[-1].live_id] if pages[-1].live_id is not None else [pages[-1]]
    return tuple(
        ToDo(page.id, one.keepsake.key, one.keepsake.title, one.keepsake.lines, one.progress)
        for page in last for one in _kept(page, is_to_do=True)
    )  # fmt: skip


def to_do_types() -> tuple[str, ...]:
    """Return the names of the types whose keepsakes are things to do."""
    return tuple(name for name, exercise in exercise_types().items() if exercise.keeping and exercise.section == TO_DO)


def keepsakes_in(pages: Iterable[Stored]) -> tuple[Keepsake, ...]:
    return tuple(keepsake_of(stored) for page in pages for stored in page.keepsakes)


def keepsake_of(stored: Mapping[str, Any]) -> Keepsake:
    return Keepsake(stored["key"], stored["title"], tuple(stored["lines"]), stored["content"], stored.get("link", ""), is_received(stored))


def is_received(stored: Mapping[str, Any]) -> bool:
    """Return whether a kept thing, as it is stored, was given by the group."""
    return bool(stored.get("is_received", False))


def given_in(page: Stored) -> Given | None:
    """Return what the page was made of, or None where it cannot be corrected here: its type has gone or changed, or is answered only in the room."""
    exercise = exercise_types().get(page.type)
    if exercise is None or not exercise.keeps_answers or exercise.goes_on:
        return None
    try:
        return Given(exercise, exercise.Specification.model_validate(page.specification), exercise.Answer.model_validate(page.answer))
    except ValidationError:
        return None


def _chapter(name: str, pages: Sequence[Stored]) -> Chapter:
    exercise = exercise_types().get(name)
    keeping, is_to_do = (exercise.keeping, exercise.section == TO_DO) if exercise else (None, False)
    views = tuple(PageView(page.id, page.kept_at, _kept(page, is_to_do=is_to_do), is_to_do, given_in(page) is not None) for page in pages)
    return Chapter(name, keeping.label if keeping else "Autres", views, keeping.document_label if keeping and keeping.document else "")


def _kept(page: Stored, *, is_to_do: bool) -> tuple[Kept, ...]:
    marks = page.marks if is_to_do else {}
    keepsakes = keepsakes_in([page])
    return tuple(Kept(keepsake, Progress(marks[keepsake.key]) if keepsake.key in marks else None) for keepsake in keepsakes)
