"""The lines of the desk's lists: buttons, steps, texts, people, and what can be done with one part."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sessions.domain.states import RunState


@dataclass(frozen=True)
class Button:
    name: str
    label: str
    fields: Mapping[str, int] = field(default_factory=dict)
    """What the command says besides its name."""


@dataclass(frozen=True)
class StepLine:
    id: str
    title: str
    minutes: int
    number: int
    is_current: bool
    state: RunState | None
    core: bool
    improvised: bool
    is_covered: bool = False
    """Played within a block that was made of it and others in the room; its number is then 0."""


@dataclass(frozen=True)
class TextLine:
    """A free text of the room; `is_waiting` until somebody decides, where the step asks for approval."""

    part: int
    text: str
    is_shown: bool
    is_waiting: bool


@dataclass(frozen=True)
class PrintLine:
    """A page that somebody handed over to be printed."""

    key: str
    alias: str
    label: str


@dataclass(frozen=True)
class PartPanel:
    """What the desk can do with one part: count hands, arrange."""

    place: int
    exercise: str
    prompt: str
    hands: tuple[tuple[str, str, int], ...]
    """(key, label, count)"""
    specification: Any = None
    summary: Any = None
    arrangement: Any = None
    arranging: str = ""
    """What the desk calls arranging it."""
    is_live: bool = False
    """True where the room sees the order at once: it is then arranged as it goes along."""


@dataclass(frozen=True)
class PersonLine:
    id: int
    alias: str
    is_away: bool
    is_by_hand: bool
    untimed: bool
    done: int
    of: int
    place: str = ""
    """Where a deal put this person: a team, a role."""
    marks: tuple[bool, ...] = ()
    """For a block: which parts are done."""
    stage: str = ""
    """For a block: what this person is at; empty once all is done."""


@dataclass(frozen=True)
class End:
    """The coming steps up to this one can be opened together: then there are `count` of them."""

    step: str
    title: str
    count: int
