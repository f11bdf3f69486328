"""Plausible budgets: habits go on from month to month, and some spend less as the money goes. Now and then somebody is still on the way."""

from random import Random

from .plan import MONTHS, BudgetAnswer, BudgetPlan

KEEPS = 0.6
"""The chance that a choice of the month before is kept."""
IS_UNDER_WAY = 0.06


def imagine(specification: BudgetPlan, random: Random) -> BudgetAnswer:
    """Return an answer with surprises of its own, and a reaction to each that may come: which it will be, only the deal knows."""
    months = random.randrange(MONTHS) if random.random() < IS_UNDER_WAY else MONTHS
    picks: dict[str, str] = {}
    for month in range(1, months + 1):
        for group in specification.groups:
            before = picks.get(f"{month - 1}-{group.key}")
            letters = [letter for letter in group.lettered if before is None or letter <= before] or list(group.lettered)
            picks[f"{month}-{group.key}"] = before if before and random.random() < KEEPS else random.choice(letters)
        for surprise in specification.surprises:
            if surprise.has_choice:
                picks[f"{month}-{surprise.key}"] = random.choice(list(surprise.lettered))
    events = random.sample([surprise.key for surprise in specification.surprises], months)
    return BudgetAnswer(months=months, picks=picks, events=tuple(events))
