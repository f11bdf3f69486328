"""Where the room's budgets end, where the money went, and what tipped them over: never whose."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from workshop.exercises.contract import Story
from workshop.figures import Faced, Facing, Table

from .accounts import accounts, owed
from .bands import bands
from .money import number
from .plan import MONTHS, BudgetAnswer, BudgetPlan

MOST_NAMED = 2
SURPRISES = ""
"""Stands for the surprises beside the keys of groups."""


@dataclass(frozen=True)
class BudgetSummary:
    closings: tuple[tuple[int, ...], ...]
    """For each month, what was left at its end, in cents, the lowest first."""
    spent: tuple[dict[str, int], ...]
    """For each month, what all together spent on each group, in cents; under "" what the surprises brought or cost."""
    toppled: dict[str, int]
    """By surprise, how many budgets it took below zero."""
    reduced: dict[str, int]
    """By group, how many of those who are done spent less on it in the last month than in the first."""
    owing: int
    """How many have something left to pay afterwards."""

    @property
    def total(self) -> int:
        return len(self.closings[0])

    @property
    def done(self) -> int:
        return len(self.closings[-1])

    @property
    def above(self) -> int:
        """How many end the last month at zero or above."""
        return sum(closing >= 0 for closing in self.closings[-1])


def summarise(specification: BudgetPlan, answers: Sequence[BudgetAnswer]) -> BudgetSummary:
    closings: list[list[int]] = [[] for _ in range(MONTHS)]
    spent: list[Counter[str]] = [Counter() for _ in range(MONTHS)]
    toppled: Counter[str] = Counter()
    reduced: Counter[str] = Counter()
    for answer in answers:
        months = accounts(specification, answer)
        for place, month in enumerate(months):
            closings[place].append(month.closing)
            spent[place].update({**month.spent, SURPRISES: month.now + month.due})
            if month.surprise and month.was_toppled:
                toppled[month.surprise.key] += 1
        if len(months) == MONTHS:
            reduced.update(key for key, amount in months[-1].spent.items() if amount < months[0].spent[key])
    keys = [*(group.key for group in specification.groups), SURPRISES]
    return BudgetSummary(
        tuple(tuple(sorted(of_month)) for of_month in closings),
        tuple({key: of_month[key] for key in keys} for of_month in spent),
        {surprise.key: toppled[surprise.key] for surprise in specification.surprises},
        {group.key: reduced[group.key] for group in specification.groups},
        sum(owed(specification, answer) > 0 for answer in answers if answer.months == MONTHS),
    )


def tell(specification: BudgetPlan, summary: BudgetSummary) -> Story:
    if summary.total == 0:
        return Story("Personne n’a encore fini un mois.", (), specification.takeaway)
    sentences = (_endings(specification, summary), _given_up(specification, summary), _later(summary))
    return Story(" ".join(filter(None, sentences)), (_left(summary), _where(specification, summary)), specification.takeaway)


def _left(summary: BudgetSummary) -> Facing:
    first, last = summary.closings[0], summary.closings[-1]
    rows = tuple(Faced(band.label, band.count(first), band.count(last)) for band in bands((*first, *last)))
    return Facing("Ce qui reste à la fin du mois", "Mois\u00a01", f"Mois\u00a0{MONTHS}", rows, len(first), len(last))


def _where(specification: BudgetPlan, summary: BudgetSummary) -> Table:
    """Return means in whole euros: what each group cost by month, what surprises did; then what was left in the middle of the room."""
    rows = [(group.label, *(_mean(summary, place, group.key) for place in range(MONTHS))) for group in specification.groups]
    rows.append(("Surprises", *(_mean(summary, place, SURPRISES) for place in range(MONTHS))))
    rows.append(("Reste, au milieu du groupe", *(number(_whole(median(closings))) if closings else "—" for closings in summary.closings)))
    return Table("Où va l’argent\u00a0: moyenne, en euros", ("Dépense", *(f"Mois\u00a0{month}" for month in range(1, MONTHS + 1))), tuple(rows))


def _mean(summary: BudgetSummary, place: int, key: str) -> str:
    people = len(summary.closings[place])
    if people == 0:
        return "—"
    mean = _whole(summary.spent[place][key] / people)
    return f"+{number(mean)}" if key == SURPRISES and mean > 0 else number(mean)


def _whole(amount: float) -> int:
    """Return cents rounded to whole euros, for a room's mean is no invoice."""
    return 100 * round(amount / 100)


def _endings(specification: BudgetPlan, summary: BudgetSummary) -> str:
    if summary.done == 0:
        return f"Personne n’a encore fini les {MONTHS} mois."
    return f"{_above(summary)}{_tipped(specification, summary)}."


def _above(summary: BudgetSummary) -> str:
    if summary.done == 1:
        return f"Un seul budget est fini, {'sans découvert' if summary.above else 'à découvert'}"
    if summary.above == summary.done:
        return f"Tout le monde finit les {MONTHS} mois sans découvert"
    if summary.above == 0:
        return f"Les {summary.done} budgets finissent les {MONTHS} mois à découvert"
    return f"{summary.above} sur {summary.done} {'finit' if summary.above == 1 else 'finissent'} les {MONTHS} mois sans découvert"


def _tipped(specification: BudgetPlan, summary: BudgetSummary) -> str:
    count = max(summary.toppled.values())
    if count == 0:
        return ""
    surprise = next(one for one in specification.surprises if summary.toppled[one.key] == count)
    return f"\u202f; «\u00a0{surprise.title}\u00a0» a fait basculer {count}\u00a0budget{'s' if count > 1 else ''}"


def _given_up(specification: BudgetPlan, summary: BudgetSummary) -> str:
    count = max(summary.reduced.values())
    if count == 0:
        return ""
    labels = [f"«\u00a0{group.label}\u00a0»" for group in specification.groups if summary.reduced[group.key] == count]
    return f"Dépense le plus souvent réduite\u00a0: {' et '.join(labels)} ({count} sur {summary.done})." if len(labels) <= MOST_NAMED else ""


def _later(summary: BudgetSummary) -> str:
    if summary.owing == 0:
        return ""
    start = "1\u00a0budget a" if summary.owing == 1 else f"{summary.owing}\u00a0budgets ont"
    return f"{start} encore quelque chose à payer après."
