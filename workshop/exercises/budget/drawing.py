"""The surprises of the room: drawn once when the step opens, the same for everybody, whoever comes late included.

A second round is drawn anew, unless the surprises come in the order in which they are written.
"""

from collections.abc import Mapping, Sequence
from random import Random

from workshop.exercises.contract import AnswerRefused
from workshop.exercises.dealing import Deal

from .plan import MONTHS, BudgetAnswer, BudgetPlan


class BudgetDeal(Deal):
    events: tuple[str, ...] = ()
    """The key of each month's surprise."""
    people: tuple[int, ...] = ()
    sent: dict[int, int] = {}
    """How many months each has sent; who passes holds nobody back, and counts as done."""
    played: int = 0
    """The most months that anybody has sent, ever: their surprises stay as they are."""
    shown: int = 1
    """The month that the screen tells of: the furthest that half of the room has come to, and never an earlier one again."""

    @property
    def seated(self) -> tuple[int, ...]:
        return self.people


def deal(
    specification: BudgetPlan, people: Sequence[int], random: Random, before: BudgetDeal | None, *, again: bool, scores: Mapping[int, float]
) -> BudgetDeal:
    """Draw the surprises; then seat who comes, and leave the surprises alone. `again` draws others for the months that nobody has sent."""
    if before is None:
        return BudgetDeal(events=_drawn(specification, random), people=tuple(people))
    present = before if tuple(people) == before.people else before.model_copy(update={"people": tuple(people)})
    return present.model_copy(update={"events": _others(specification, present, random)}) if again else present


def complete(specification: BudgetPlan, deal: BudgetDeal, person: int, answer: BudgetAnswer) -> BudgetAnswer:
    """Return the answer with the room's surprises in it, and without reactions to any other; raises AnswerRefused where one is missing in the last month."""
    events = deal.events[: answer.months]
    last = specification.surprise(events[-1]) if events else None
    if last is not None and last.has_choice and answer.pick(answer.months, last.key) is None:
        raise AnswerRefused(f"Mois {answer.months} : choisis aussi ce que tu fais pour « {last.title} ».")
    theirs = {f"{month}-{key}" for month, key in enumerate(deal.events, 1)}
    picks = {pick: letter for pick, letter in answer.picks.items() if pick in theirs or specification.group(pick[2:]) is not None}
    return answer.model_copy(update={"events": events, "picks": picks})


def progress(specification: BudgetPlan, deal: BudgetDeal, person: int, answer: BudgetAnswer | None) -> BudgetDeal:
    """Return the deal with what this person has sent noted, and with the month that the screen tells of."""
    sent = {**deal.sent, person: MONTHS if answer is None else answer.months}
    played = deal.played if answer is None else max(deal.played, answer.months)
    return deal.model_copy(update={"sent": sent, "played": played, "shown": max(deal.shown, _half_way(deal.people, sent))})


def _half_way(people: Sequence[int], sent: Mapping[int, int]) -> int:
    """Return the month to which half of those who are there have come, or more."""
    came = [month for month in range(1, MONTHS) if 2 * sum(sent.get(person, 0) >= month for person in people) >= len(people)]
    return 1 + max(came, default=0)


def _drawn(specification: BudgetPlan, random: Random) -> tuple[str, ...]:
    keys = [surprise.key for surprise in specification.surprises]
    return tuple(random.sample(keys, MONTHS) if specification.is_drawn else keys[:MONTHS])


def _others(specification: BudgetPlan, present: BudgetDeal, random: Random) -> tuple[str, ...]:
    """Return other surprises for the months to come, new ones first, as long as there are any."""
    stay = present.events[: present.played]
    keys = [surprise.key for surprise in specification.surprises if surprise.key not in stay]
    mixed = random.sample(keys, len(keys))
    return (*stay, *sorted(mixed, key=lambda key: key in present.events)[: MONTHS - len(stay)])
