"""The sums: what is left at the end of each month that was played. All in cents."""

from collections import Counter
from dataclasses import dataclass

from .money import cents, euros
from .plan import MONTHS, BudgetAnswer, BudgetPlan
from .surprise import Surprise, Way


@dataclass(frozen=True)
class Month:
    """One month that was played. What goes out is above zero in `spent`, and below zero in `now`."""

    number: int
    spent: dict[str, int]
    """What was spent on each group, by key."""
    surprise: Surprise | None
    way: Way | None
    now: int
    """What the month's own surprise brought or cost in this month."""
    closing: int

    @property
    def left(self) -> str:
        return euros(self.closing)

    @property
    def is_overdrawn(self) -> bool:
        return self.closing < 0

    @property
    def was_toppled(self) -> bool:
        """Whether the month would have ended at zero or above without what its surprise cost."""
        return self.closing < 0 <= self.closing - self.now


def every_month(specification: BudgetPlan) -> int:
    """Return what comes in each month less what always goes out."""
    return sum(line.cents for line in specification.incomes) - sum(line.cents for line in specification.fixed)


def accounts(specification: BudgetPlan, answer: BudgetAnswer) -> list[Month]:
    """Return the months that were played, in their order. Where no way to react is known, the first one counts; where no surprise is, none."""
    flows, months = _flows(specification, answer), []
    balance = cents(specification.start)
    for number in range(1, answer.months + 1):
        surprise, way = _met(specification, answer, number)
        spent = {group.key: group.lettered[answer.pick(number, group.key)].cents for group in specification.groups}
        now = way.cents[0] if way else 0
        balance += every_month(specification) - specification.fee(balance) - sum(spent.values()) + flows[number]
        months.append(Month(number, spent, surprise, way, now, balance))
    return months


def due_in(specification: BudgetPlan, answer: BudgetAnswer | None, number: int) -> list[tuple[Surprise, int]]:
    """Return what surprises of earlier months bring or cost in that month, one by one."""
    met = [] if answer is None else [(month, *_met(specification, answer, month)) for month in range(1, min(number, answer.months + 1))]
    later = [(surprise, way.cents[number - month]) for month, surprise, way in met if way and number - month < len(way.cents)]
    return [(surprise, amount) for surprise, amount in later if amount]


def owed(specification: BudgetPlan, answer: BudgetAnswer) -> int:
    """Return what is left to pay after the last month, in cents, zero or above."""
    return max(0, -sum(amount for month, amount in _flows(specification, answer).items() if month > MONTHS))


def _flows(specification: BudgetPlan, answer: BudgetAnswer) -> Counter[int]:
    """Return by month what the surprises bring or cost, months after the last one included."""
    flows: Counter[int] = Counter()
    for month in range(1, answer.months + 1):
        _, way = _met(specification, answer, month)
        for later, amount in enumerate(way.cents if way else ()):
            flows[month + later] += amount
    return flows


def _met(specification: BudgetPlan, answer: BudgetAnswer, month: int) -> tuple[Surprise | None, Way | None]:
    surprise = specification.surprise(answer.events[month - 1]) if month <= len(answer.events) else None
    if surprise is None:
        return None, None
    return surprise, surprise.lettered[answer.pick(month, surprise.key) or "a"]
