"""What a report is made from, filled in from the database by the caller: plain values, no query behind them."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from pydantic import BaseModel

from workshop.exercises.contract import Answer, Story
from workshop.plans.model import Workshop

RunState = Literal["pending", "open", "closed", "revealed", "skipped"]


@dataclass(frozen=True)
class Participant:
    """Someone who joined. `left_at` is since when their phone is away, None while it is there or came back."""

    id: Hashable
    alias: str
    joined_at: datetime
    left_at: datetime | None = None
    without_phone: bool = False
    removed: bool = False
    imagined: bool = False
    """A learner played by the computer in a rehearsal: never counted as a person."""


def nothing_hidden(text: str) -> bool:
    return False


@dataclass(frozen=True)
class PlayedPart:
    """What came in for one part of a step, in one round."""

    answers: Mapping[Hashable, Answer] = field(default_factory=dict)
    """By the participant's id, already parsed."""
    passed: frozenset[Hashable] = frozenset()
    """Ids of those who chose "je passe": taking part, never a mistake."""
    hands: Mapping[str, int] = field(default_factory=dict)
    """Raised hands by the key that the type's `hands` gives."""
    arrangement: BaseModel | None = None
    is_hidden: Callable[[str], bool] = nothing_hidden
    """True for a free text that is hidden, or still waits for approval."""


@dataclass(frozen=True)
class Run:
    """One time that a step was played. `parts` follows the step's own parts, in order."""

    step_id: str
    round: int
    state: RunState
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    parts: tuple[PlayedPart, ...] = ()
    by_team: Story | None = None
    """The result team by team, where the step was played so."""

    @property
    def was_played(self) -> bool:
        return self.state in ("open", "closed", "revealed")


@dataclass(frozen=True, kw_only=True)
class ReportMaterial:
    workshop: Workshop
    """The frozen copy that was played, improvised steps included; a block made in the room is told as the steps it was made of."""
    started_at: datetime
    ended_at: datetime
    participants: tuple[Participant, ...] = ()
    runs: tuple[Run, ...] = ()
    organisation: str = ""
    programme: str = ""
    cohort: str = ""
    headcount: int | None = None
    """Learners enrolled in the cohort; None where the session has no cohort."""
    place: str = ""
    facilitators: tuple[str, ...] = ()
    is_rehearsal: bool = False
    note: str = ""
    """The counsellor's own; it stays on the web page and is in no file."""
    modules_by_goal: Mapping[str, str] = field(default_factory=dict)
    """Title of the workshop of the library that serves each goal's code, for the suggestions."""

    @property
    def people(self) -> tuple[Participant, ...]:
        """Those who really were there: nobody removed, nobody imagined."""
        return tuple(one for one in self.participants if not one.removed and not one.imagined)

    @property
    def heard(self) -> tuple[Participant, ...]:
        """Those whose answers are told: the people, and in a rehearsal (marked as such everywhere) the imagined learners too."""
        return tuple(one for one in self.participants if not one.removed and (self.is_rehearsal or not one.imagined))
