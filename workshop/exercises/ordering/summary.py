"""Where the room puts each step, and the one it misplaces most."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import OrderedList, Ranked

from .model import OrderingAnswer, OrderingSpecification


@dataclass(frozen=True)
class OrderingSummary:
    places: tuple[tuple[int, ...], ...]
    """For each item in the right order: how many people put it at the first place, at the second, …"""
    total: int
    right: int
    """People who have the whole order."""

    @property
    def well_placed(self) -> tuple[int, ...]:
        """For each item in the right order: how many people put it where it belongs."""
        return tuple(counts[place] for place, counts in enumerate(self.places))


def summarise(specification: OrderingSpecification, answers: Sequence[OrderingAnswer]) -> OrderingSummary:
    counted = Counter((item_id, place) for answer in answers for place, item_id in enumerate(answer.order))
    span = range(len(specification.items))
    places = tuple(tuple(counted[item_id, place] for place in span) for item_id in specification.right_order)
    return OrderingSummary(places, len(answers), sum(answer.order == specification.right_order for answer in answers))


def tell(specification: OrderingSpecification, summary: OrderingSummary) -> Story:
    items = tuple(
        Ranked(item.label, summary.well_placed[place] / summary.total if summary.total else None, _note(place, summary.places[place]))
        for place, item in enumerate(specification.items)
    )
    return Story(_sentence(specification, summary), (OrderedList("Le bon ordre", items),), specification.takeaway)


def _note(place: int, counts: tuple[int, ...]) -> str:
    """Return where the item was put most, where that is more often than at its own place."""
    most = max(counts)
    return f"souvent mise en {ordinal(counts.index(most) + 1)}" if most > counts[place] else ""


def _sentence(specification: OrderingSpecification, summary: OrderingSummary) -> str:
    if summary.total == 0:
        return "Personne n’a répondu. Voici le bon ordre."
    if summary.right == summary.total:
        return "Tout le monde a trouvé le bon ordre." if summary.total > 1 else "C’est le bon ordre."
    if summary.total == 1:
        well = sum(summary.well_placed)
        return f"Une seule réponse : {well} {'étapes' if well > 1 else 'étape'} sur {len(specification.items)} à {'leur' if well > 1 else 'sa'} place."
    fewest = min(summary.well_placed)
    if summary.well_placed.count(fewest) == len(specification.items):
        return _all_alike(summary)
    place = summary.well_placed.index(fewest)
    step = f"« {specification.items[place].label} », {ordinal(place + 1)} étape"
    if fewest == 0:
        return f"Personne n’a mis celle-ci à sa place : {step}."
    placed = "l’ont mise à sa place" if fewest > 1 else "l’a mise à sa place"
    which = "L’étape la plus souvent mal placée" if summary.well_placed.count(fewest) == 1 else "Une des étapes les plus souvent mal placées"
    return f"{which} : {step}. {fewest} sur {summary.total} {placed}."


def _all_alike(summary: OrderingSummary) -> str:
    """Return the sentence where no step is harder than another."""
    if summary.right == 0:
        return "Toutes les étapes se mélangent. Voici le bon ordre."
    return f"{summary.right} sur {summary.total} {'ont' if summary.right > 1 else 'a'} trouvé le bon ordre."


def ordinal(number: int) -> str:
    """Return "1re", "2e", … for a step."""
    return "1re" if number == 1 else f"{number}e"
