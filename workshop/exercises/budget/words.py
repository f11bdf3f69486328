"""One budget in words, and as lines for its own phone."""

from .accounts import Month, accounts, owed
from .money import euros
from .plan import MONTHS, BudgetAnswer, BudgetPlan


def in_words(specification: BudgetPlan, answer: BudgetAnswer) -> str:
    """Return what was left month by month: "fin du mois 1 : 35 € (Vélo volé : Payer en 4 fois) ; fin du mois 2 : −12 €"; choices stand in the figures."""
    months = [f"fin du mois {month.number}\u00a0: {month.left}{_met(month)}" for month in accounts(specification, answer)]
    left = owed(specification, answer) if answer.months == MONTHS else 0
    return "\u202f; ".join([*months, *([f"{euros(left)} à payer après"] if left else [])]) or "budget à peine commencé"


def _met(month: Month) -> str:
    if month.surprise is None:
        return ""
    return f" ({month.surprise.title}\u00a0: {month.way.label})" if month.surprise.has_choice else f" ({month.surprise.title})"
