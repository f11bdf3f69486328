"""One budget in words, and as lines for its own phone."""

from .accounts import Month, accounts, owed
from .money import euros
from .plan import MONTHS, BudgetAnswer, BudgetPlan


def in_words(specification: BudgetPlan, answer: BudgetAnswer) -> str:
    """Return what was left month by month: "mois 1 : 35 € (Vélo volé : Payer en 4 fois) ; mois 2 : −12 €"; what was chosen stands in the figures."""
    months = [f"mois {month.number}\u00a0: {month.left}{_met(month)}" for month in accounts(specification, answer)]
    left = owed(specification, answer) if answer.months == MONTHS else 0
    return "\u202f; ".join([*months, *([f"{euros(left)} à payer après"] if left else [])]) or "budget à peine commencé"


def _met(month: Month) -> str:
    if month.surprise is None:
        return ""
    return f" ({month.surprise.title}\u00a0: {month.way.label})" if month.surprise.has_choice else f" ({month.surprise.title})"
