"""What the desk is drawn from, beside the session's own state."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sessions.domain.dealt import Dealt
from sessions.domain.people import Participant
from sessions.domain.results import Earlier, PartAnswers
from workshop.exercises.dealing import Team


@dataclass(frozen=True)
class RoomFacts:
    """What the database knows beside the session's own state."""

    people: list[Participant]
    """The first of the room, at most LISTED_PEOPLE."""
    count: int
    there: Collection[int]
    """The ids of those who are in the room with a phone; one that is away for long is no longer expected."""
    done: Mapping[int, Collection[int]]
    """Places of the parts that each participant has done, for the current run."""
    hands_total: int
    signals: list[Any]
    gathered: tuple[PartAnswers, ...]
    before: Earlier | None
    decisions: dict[tuple[int, str], bool]
    dealt: Dealt | None = None
    teams: tuple[Team, ...] = ()
    promised: int = 0
    """People who chose things to do in the session that the group had before this one."""
    prints: Sequence[Any] = ()
    """The pages that wait to be printed, the longest waiting first."""
