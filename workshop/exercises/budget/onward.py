"""What a phone learns on its way: the month to play, with what comes in and goes out, and what was left at the end of each month before."""

from collections.abc import Mapping
from typing import Any

from .accounts import accounts, due_in, every_month, owed
from .money import cents, euros, signed
from .plan import MONTHS, BudgetAnswer, BudgetPlan, Group


def public(specification: BudgetPlan) -> Mapping[str, Any]:
    """Return the budget and its first month. No surprise: what is dealt for a month is told to who has come to it."""
    return {
        "prompt": specification.prompt,
        "note": specification.note,
        "incomes": [{"label": line.label, "amount": signed(line.cents)} for line in specification.incomes],
        "fixed": [{"label": line.label, "amount": signed(-line.cents)} for line in specification.fixed],
        "outgoings": signed(-sum(line.cents for line in specification.fixed)),
        **onward(specification, None),
    }


def onward(specification: BudgetPlan, answer: BudgetAnswer | None) -> Mapping[str, Any]:
    """Return the months that are played and the one to play now: `month` is None once all are."""
    played = [] if answer is None else accounts(specification, answer)
    month = len(played) + 1 if len(played) < MONTHS else None
    opening = played[-1].closing if played else cents(specification.start)
    due = due_in(specification, answer, month) if month else []
    fee = specification.fee(opening) if month else 0
    before_choices = opening + every_month(specification) - fee + sum(amount for _, amount in due)
    left = owed(specification, answer) if answer is not None and month is None else 0
    return {
        "months": len(played),
        "month": month,
        "played": [{"number": one.number, "left": one.left, "is_overdrawn": one.is_overdrawn} for one in played],
        "events": [one.surprise.key for one in played if one.surprise],
        "kept": [] if answer is None else [{"name": pick, "value": letter} for pick, letter in answer.picks.items() if pick[:1] != str(month)],
        "opening": euros(opening),
        "due": [{"label": surprise.title, "amount": signed(amount)} for surprise, amount in due],
        "fee": signed(-fee) if fee else "",
        "base": before_choices,
        "before_choices": euros(before_choices),
        "groups": [_shown(group, month, answer) for group in specification.groups] if month else [],
        "owed": euros(left) if left else "",
    }


def is_done(specification: BudgetPlan, answer: BudgetAnswer) -> bool:
    """Return whether all months are played."""
    return answer.months == MONTHS


def _shown(group: Group, month: int, answer: BudgetAnswer | None) -> Mapping[str, Any]:
    """Return a group's options. What was chosen for this month before is chosen, and else what was chosen in the month before: habits go on."""
    chosen = answer and (answer.pick(month, group.key) or answer.pick(month - 1, group.key))
    options = [
        {"letter": letter, "label": option.label, "amount": euros(option.cents), "cents": -option.cents, "is_chosen": letter == chosen}
        for letter, option in group.lettered.items()
    ]
    return {"name": f"picks.{month}-{group.key}", "label": group.label, "options": options}
