"""What is dealt out in the step being played: whether there is a deal now, among whom, and what each surface may see of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from workshop.exercises.contract import Story
from workshop.exercises.dealing import Deal, Dealing, Standing
from workshop.plans.model import Part

from .live_session import LiveSession
from .people import Kind, Participant
from .states import RunState


@dataclass(frozen=True)
class Seat:
    """One person's place: what the phone is told of it, and whether there is something to answer. `told` is None where all share one view."""

    told: Mapping[str, Any] | None = None
    is_asked: bool = False


@dataclass(frozen=True)
class Dealt:
    """The deal of the step being played. `names` are the aliases of those who are in the session."""

    part: Part
    deal: Deal
    names: Mapping[int, str]

    @property
    def dealing(self) -> Dealing:
        return self.part.exercise.dealing

    @cached_property
    def seated(self) -> frozenset[int]:
        return frozenset(self.deal.seated)

    def seat(self, person: int) -> Seat:
        """Return the person's place; one without anything to tell where nobody has seated her yet."""
        if person not in self.seated:
            return Seat()
        return Seat(self.dealing.seat(self.part.spec, self.deal, person, self.names), self.asks(person))

    def asks(self, person: int) -> bool:
        if not self.part.exercise.is_answerable or person not in self.seated:
            return False
        return self.dealing.asks is None or self.dealing.asks(self.part.spec, self.deal, person)

    def completed(self, person: int, answer: Any) -> Any:
        """Return the answer as it is stored, with what was dealt in it; raises AnswerRefused where it does not fit that."""
        return answer if self.dealing.complete is None else self.dealing.complete(self.part.spec, self.deal, person, answer)

    def succeeded(self, person: int, before: Any, answer: Any) -> Any:
        """Return what is stored in the place of `before`; `answer` None is a pass."""
        return answer if self.dealing.succeed is None else self.dealing.succeed(self.part.spec, self.deal, person, before, answer)

    def standing(self, person: int, answer: Any) -> Standing:
        """Return how somebody's answer, None for a pass, stands to what is asked of her now."""
        if answer is None:
            return "passed"
        if self.dealing.standing is None or not self.asks(person):
            return "answered"
        return self.dealing.standing(self.part.spec, self.deal, person, answer)

    @property
    def asked(self) -> frozenset[int]:
        """Those who have something to answer now."""
        return frozenset(person for person in self.deal.seated if self.asks(person))

    @property
    def places(self) -> Mapping[int, str]:
        """Where everybody is, for the desk."""
        return {person: self.dealing.place(self.part.spec, self.deal, person) for person in self.deal.seated}

    @property
    def spots(self) -> Mapping[str, str]:
        """Where the counsellor can put somebody by hand, by key; empty where that cannot be done."""
        return self.dealing.by_hand.spots(self.part.spec, self.deal) if self.dealing.by_hand else {}

    @property
    def story(self) -> Story:
        return self.dealing.show(self.part.spec, self.deal, self.names)


def told_differently(earlier: Dealt | None, now: Dealt | None) -> tuple[int, ...]:
    """Return those whose phone is told something else than before; nobody where there was no deal, or is none now."""
    if earlier is None or now is None:
        return ()
    return tuple(person for person in now.deal.seated if now.seat(person) != earlier.seat(person))


def dealing_part(live: LiveSession) -> Part | None:
    """Return the part that is being dealt: that of an open step, or of a page that is read. None in every other moment."""
    step = live.step
    if step is None or step.dealt_part is None:
        return None
    is_read = not step.is_answerable and live.current.state is not RunState.SKIPPED
    return step.dealt_part if is_read or live.current.state is RunState.OPEN else None


def to_be_seated(dealing: Dealing, people: Sequence[Participant], now: datetime) -> list[int]:
    """Return who is to have a place: who is there, or has not been away for long."""
    return [person.id for person in people if _is_there(dealing, person, now)]


def _is_there(dealing: Dealing, person: Participant, now: datetime) -> bool:
    if person.kind is Kind.BY_HAND:
        return dealing.seats_phoneless
    return person.left_at is None or (now - person.left_at).total_seconds() < dealing.away_s
