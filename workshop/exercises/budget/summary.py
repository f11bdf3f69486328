"""Where the room's budgets end, where it chose the cheapest, and what took budgets below zero: never whose. Only finished budgets count."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars

from .accounts import accounts
from .plan import MONTHS, BudgetAnswer, BudgetPlan

MUCH = 10_000
"""Cents. What is more than this is told apart, above zero and below."""
BANDS = ("plus de 100\u202f€", "de 0 à 100\u202f€", "découvert de 100\u202f€ au plus", "découvert de plus de\u00a0100\u202f€")


@dataclass(frozen=True)
class BudgetSummary:
    done: int
    """How many have played all months."""
    bands: tuple[int, ...]
    """How many of them end in each of the `BANDS`."""
    below: dict[str, int]
    """By surprise: how many budgets it alone took below zero."""
    cheapest: dict[str, int]
    """By group: in how many months the cheapest option was chosen."""

    @property
    def above(self) -> int:
        """How many end at zero or above."""
        return self.bands[0] + self.bands[1]


def summarise(specification: BudgetPlan, answers: Sequence[BudgetAnswer]) -> BudgetSummary:
    lowest = {group.key: min(option.cents for option in group.options) for group in specification.groups}
    bands, below, cheapest = Counter[int](), Counter[str](), Counter[str]()
    done = [accounts(specification, answer) for answer in answers if answer.months == MONTHS]
    for months in done:
        bands[_band(months[-1].closing)] += 1
        for month in months:
            below.update([month.surprise.key] if month.surprise and month.was_toppled else [])
            cheapest.update(key for key, amount in month.spent.items() if amount == lowest[key])
    return BudgetSummary(
        len(done),
        tuple(bands[place] for place in range(len(BANDS))),
        {surprise.key: below[surprise.key] for surprise in specification.surprises},
        {group.key: cheapest[group.key] for group in specification.groups},
    )


def tell(specification: BudgetPlan, summary: BudgetSummary) -> Story:
    if summary.done == 0:
        return Story(f"Personne n’a encore fini les {MONTHS} mois.", (), specification.takeaway)
    ends = tuple(Bar(label, count) for label, count in zip(BANDS, summary.bands, strict=True))
    saved = tuple(Bar(group.label, summary.cheapest[group.key]) for group in specification.groups)
    figures = (
        Bars(f"Ce qui reste après {MONTHS} mois", ends, summary.done, "personne"),
        Bars("Le choix le moins cher, combien de fois", saved, summary.done * MONTHS, "fois"),
    )
    return Story(f"{_ends(summary)}.{_through(specification, summary)}", figures, specification.takeaway)


def _band(closing: int) -> int:
    if closing >= 0:
        return 0 if closing > MUCH else 1
    return 2 if closing >= -MUCH else 3


def _ends(summary: BudgetSummary) -> str:
    if summary.done == 1:
        return f"Un seul budget est fini, {'sans découvert' if summary.above else 'à découvert'}"
    if summary.above == summary.done:
        return f"Les {summary.done} budgets finissent les {MONTHS} mois sans découvert"
    if summary.above == 0:
        return f"Les {summary.done} budgets finissent les {MONTHS} mois à découvert"
    return f"{summary.above} sur {summary.done} {'finit' if summary.above == 1 else 'finissent'} les {MONTHS} mois sans découvert"


def _through(specification: BudgetPlan, summary: BudgetSummary) -> str:
    """Return which surprise took most budgets below zero, as a sentence more; "" where none did, or where none stands out."""
    count = max(summary.below.values())
    surprise, *others = [one for one in specification.surprises if summary.below[one.key] == count]
    if count == 0 or others:
        return ""
    return f" En route, «\u00a0{surprise.title}\u00a0» a fait passer {count}\u00a0budget{'s' if count > 1 else ''} sous zéro."
