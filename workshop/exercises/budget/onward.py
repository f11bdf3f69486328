"""What a phone learns from month to month: where the account stands, and what goes on costing."""

from collections.abc import Mapping
from typing import Any

from .account import balances, owed_each_month
from .euros import cents, euros
from .model import BudgetAnswer
from .written import MONTHS, BudgetSpecification


def onward(specification: BudgetSpecification, answer: BudgetAnswer | None) -> Mapping[str, Any]:
    """Return the month to play (None once all are over), what is there before its choices are made, and the months behind."""
    played = answer.months(specification) if answer else ()
    ends = balances(specification, played)
    account = ends[-1] if ends else specification.savings
    owed = owed_each_month(specification, played)
    steady = sum(cents(line.amount) for line in specification.incomes) - sum(cents(line.amount) for line in specification.fixed)
    return {
        "month": len(played) + 1 if len(played) < MONTHS else None,
        "past": [str(month) for month in played],
        "ends": [{"told": euros(end), "is_below": end < 0} for end in ends],
        "account": euros(account),
        "owed": euros(owed) if owed else "",
        "left": euros(account + steady / 100 + owed),
        "left_cents": cents(account) + steady + cents(owed),
    }


def is_done(specification: BudgetSpecification, answer: BudgetAnswer) -> bool:
    """Return whether all months were played."""
    return len(answer.months(specification)) == MONTHS
