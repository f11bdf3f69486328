"""What each phone, the room and the desk may know of the surprises: none before its month."""

from collections.abc import Mapping
from typing import Any

from workshop.exercises.contract import Story
from workshop.figures import OrderedList, Ranked

from .drawing import BudgetDeal
from .plan import MONTHS, BudgetPlan
from .surprise import Surprise


def seat(specification: BudgetPlan, deal: BudgetDeal, person: int, names: Mapping[int, str]) -> Mapping[str, Any]:
    """Return the surprises of the months that this person has come to, in their order."""
    known = deal.events[: deal.sent.get(person, 0) + 1]
    return {"surprises": [_told(surprise) for key in known if (surprise := specification.surprise(key))]}


def show(specification: BudgetPlan, deal: BudgetDeal, names: Mapping[int, str]) -> Story:
    """Return the surprise of the month to which half of the room has come; those before it stand below."""
    met = [surprise for key in deal.events[: deal.shown] if (surprise := specification.surprise(key))]
    before = tuple(Ranked(surprise.title, note=surprise.told) for surprise in met[:-1])
    return Story(f"Mois {len(met)}\u00a0: {met[-1].title}, {met[-1].told}.", (OrderedList("Les mois d’avant", before),) if before else ())


def place(specification: BudgetPlan, deal: BudgetDeal, person: int) -> str:
    month = deal.sent.get(person, 0) + 1
    return f"mois {month}" if month <= MONTHS else "3 mois finis"


def _told(surprise: Surprise) -> Mapping[str, Any]:
    ways = [{"letter": letter, "label": way.label, "told": way.told, "cents": way.cents[0]} for letter, way in surprise.lettered.items()]
    return {"key": surprise.key, "title": surprise.title, "text": surprise.text, "has_choice": surprise.has_choice, "ways": ways, "told": surprise.told}


