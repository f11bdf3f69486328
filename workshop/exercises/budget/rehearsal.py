"""A plausible budget, for the rehearsal: mostly careful, sometimes not."""

from random import Random

from workshop.exercises.options import LETTERS

from .model import BudgetAnswer
from .written import MONTHS, BudgetSpecification, Month


def imagine(specification: BudgetSpecification, random: Random) -> BudgetAnswer:
    drawn = random.sample(specification.events, MONTHS)
    lived = [
        Month(
            letters="".join(_careful(len(expense.options), random) for expense in specification.choices),
            event=event.key,
            reaction=LETTERS.lower()[random.randrange(len(event.reactions))],
        )
        for event in drawn
    ]
    last = lived[-1]
    choices = {expense.key: letter for expense, letter in zip(specification.choices, last.letters, strict=True)}
    return BudgetAnswer(month=MONTHS, past=tuple(map(str, lived[:-1])), choices=choices, event=last.event, reaction=last.reaction)


def _careful(options: int, random: Random) -> str:
    """Return a letter, a cheap one rather than a dear one."""
    return LETTERS.lower()[min(random.randrange(options), random.randrange(options))]
