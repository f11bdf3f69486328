"""The surprises: drawn once, for the whole room. Who comes late gets the same."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from workshop.exercises.contract import Story
from workshop.exercises.dealing import Deal

from .euros import cents, euros
from .written import MONTHS, BudgetSpecification


class BudgetDeal(Deal):
    events: tuple[str, ...] = ()
    """Keys, one a month."""
    people: tuple[int, ...] = ()

    @property
    def seated(self) -> tuple[int, ...]:
        return self.people


def deal(
    specification: BudgetSpecification, people: Sequence[int], random: Random, before: BudgetDeal | None, *, again: bool, scores: Mapping[int, float]
) -> BudgetDeal:
    """Draw the events when the step opens, or when the counsellor asks for others; months that were played already keep theirs."""
    if before is not None and not again:
        return BudgetDeal(events=before.events, people=tuple(people))
    return BudgetDeal(events=tuple(random.sample([event.key for event in specification.events], MONTHS)), people=tuple(people))


def seat(specification: BudgetSpecification, deal: BudgetDeal, person: int, names: Mapping[int, str]) -> Mapping[str, Any]:
    """Return the events in their order: the same for everybody."""
    return {"events": [_told(specification, key) for key in deal.events]}


def show(specification: BudgetSpecification, deal: BudgetDeal, names: Mapping[int, str]) -> Story:
    """The screen does not say what is to come: each phone goes at its own pace."""
    return Story("Un imprévu par mois, le même pour tout le monde.")


def place(specification: BudgetSpecification, deal: BudgetDeal, person: int) -> str:
    return ""


def _told(specification: BudgetSpecification, key: str) -> Mapping[str, Any]:
    event = specification.event_of[key]
    reactions = [
        {"label": reaction.label, "now": euros(reaction.now), "later": euros(reaction.later) if reaction.later else "", "cents": cents(reaction.now)}
        for reaction in event.reactions
    ]
    return {"key": key, "text": event.text, "reactions": reactions}
