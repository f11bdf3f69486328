"""What the account holds at the end of each month.

balance = balance before + what comes in − what must be paid − what was chosen + the event's reaction, and, from the month after it,
what earlier reactions go on costing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.options import LETTERS

from .euros import cents
from .written import BudgetSpecification, Month


@dataclass(frozen=True)
class Lived:
    """One month on the account, in euros. `before_event` is what was left when the event came."""

    start: float
    before_event: float
    end: float

    @property
    def is_tipped(self) -> bool:
        """Whether the event alone brought the account below zero."""
        return self.before_event >= 0 > self.end


def lived(specification: BudgetSpecification, months: Sequence[Month]) -> tuple[Lived, ...]:
    account, going_on, told = cents(specification.savings), 0, []
    steady = sum(cents(line.amount) for line in specification.incomes) - sum(cents(line.amount) for line in specification.fixed)
    for month in months:
        start = account
        chosen = sum(cents(expense.options[_place(letter)].amount) for letter, expense in zip(month.letters, specification.choices, strict=True))
        before_event = start + steady - chosen + going_on
        reaction = specification.event_of[month.event].reactions[_place(month.reaction)]
        account = before_event + cents(reaction.now)
        going_on += cents(reaction.later)
        told.append(Lived(start / 100, before_event / 100, account / 100))
    return tuple(told)


def balances(specification: BudgetSpecification, months: Sequence[Month]) -> tuple[float, ...]:
    """Return the balance at the end of each month, in euros."""
    return tuple(one.end for one in lived(specification, months))


def owed_each_month(specification: BudgetSpecification, months: Sequence[Month]) -> float:
    """Return what earlier reactions go on costing (or bringing) every month from now on, in euros."""
    return sum(cents(specification.event_of[month.event].reactions[_place(month.reaction)].later) for month in months) / 100


def _place(letter: str) -> int:
    return LETTERS.lower().index(letter)
