"""How the room's accounts ended, and which event brought some below zero. Nobody is named, and no balance is a mark."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.exercises.options import LETTERS
from workshop.figures import Bar, Bars

from .account import lived
from .model import BudgetAnswer
from .written import MONTHS, BudgetSpecification

BANDS = ((None, -100, "plus de 100 € de découvert"), (-100, 0, "un petit découvert"), (0, 100, "de 0 à 100 €"), (100, None, "plus de 100 € de côté"))


@dataclass(frozen=True)
class BudgetSummary:
    begun: int
    finished: int
    """People who played all three months; only these are counted below."""
    bands: tuple[int, ...]
    """Final balances, from the lowest band to the highest."""
    above: int
    """Ended at zero or more."""
    tipped: dict[str, int]
    """By event: how many accounts it alone brought below zero."""
    thrifty: dict[str, int]
    """By expense: in how many months the cheapest option was taken."""


def summarise(specification: BudgetSpecification, answers: Sequence[BudgetAnswer]) -> BudgetSummary:
    played = [answer.months(specification) for answer in answers]
    finished = [through for through in played if len(through) == MONTHS]
    tipped, thrifty, ends = Counter(), Counter(), []
    for through in finished:
        accounts = lived(specification, through)
        ends.append(accounts[-1].end)
        tipped.update(month.event for month, account in zip(through, accounts, strict=True) if account.is_tipped)
        thrifty.update(
            expense.key for month in through for letter, expense in zip(month.letters, specification.choices, strict=True) if letter == LETTERS.lower()[0]
        )
    return BudgetSummary(
        begun=sum(1 for through in played if through),
        finished=len(finished),
        bands=tuple(sum(1 for end in ends if _is_in(end, low, high)) for low, high, _ in BANDS),
        above=sum(1 for end in ends if end >= 0),
        tipped={event.key: tipped[event.key] for event in specification.events},
        thrifty={expense.key: thrifty[expense.key] for expense in specification.choices},
    )


def tell(specification: BudgetSpecification, summary: BudgetSummary) -> Story:
    bands = tuple(Bar(label, count) for (_, _, label), count in zip(BANDS, summary.bands, strict=True))
    saved = tuple(Bar(expense.label, summary.thrifty[expense.key]) for expense in specification.choices)
    figures = (
        Bars("Sur le compte après trois mois", bands, summary.finished, "personne"),
        Bars("Le choix le moins cher a été pris", saved, summary.finished * MONTHS, "fois"),
    )
    return Story(_sentence(specification, summary), figures, specification.takeaway)


def _sentence(specification: BudgetSpecification, summary: BudgetSummary) -> str:
    if summary.finished == 0:
        return "Personne n’a encore fini les trois mois."
    if summary.finished == 1:
        ended = "Une seule personne a fini les trois mois."
    elif summary.above == summary.finished:
        ended = f"Les {summary.finished} budgets finissent les trois mois à zéro ou plus."
    else:
        ended = f"{summary.above} sur {summary.finished} {'finit' if summary.above <= 1 else 'finissent'} les trois mois à zéro ou plus."
    key, count = max(summary.tipped.items(), key=lambda item: item[1])
    if count == 0:
        return ended
    short = specification.event_of[key].short
    return f"{ended} « {short[:1].upper()}{short[1:]} » a fait passer {count} budget{'s' if count > 1 else ''} sous zéro."


def _is_in(end: float, low: float | None, high: float | None) -> bool:
    return (low is None or end >= low) and (high is None or end < high)
