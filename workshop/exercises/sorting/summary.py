"""Where the room puts each item, and the one that is most often elsewhere than where it belongs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Lanes, Put

from .grading import well_sorted
from .model import Item, SortingAnswer, SortingSpecification


@dataclass(frozen=True)
class SortingSummary:
    places: dict[str, dict[str, int]]
    """For the id of each item: the number of people who put it in each category, by its key, all included."""
    total: int
    right: int
    """People who have everything where it belongs."""

    def well(self, item: Item) -> int:
        """Return how many people put the item where it belongs."""
        return self.places[item.id][item.category]


def summarise(specification: SortingSpecification, answers: Sequence[SortingAnswer]) -> SortingSummary:
    counted = Counter(place for answer in answers for place in answer.places.items())
    keys = [category.key for category in specification.categories]
    places = {item.id: {key: counted[item.id, key] for key in keys} for item in specification.items}
    right = sum(len(well_sorted(specification, answer)) == len(specification.items) for answer in answers)
    return SortingSummary(places, len(answers), right)


def tell(specification: SortingSpecification, summary: SortingSummary) -> Story:
    """Return one figure: for each thing, by the category where it belongs, how many put it into which."""
    keys = [category.key for category in specification.categories]
    things = tuple(_put(item, summary, keys) for category in specification.categories for item in specification.items_of(category))
    figure = Lanes("", tuple(category.label for category in specification.categories), things, summary.total)
    return Story(_sentence(specification, summary), (figure,), specification.takeaway)


def _put(item: Item, summary: SortingSummary, keys: Sequence[str]) -> Put:
    return Put(item.label, tuple(summary.places[item.id][key] for key in keys), keys.index(item.category))


def _sentence(specification: SortingSpecification, summary: SortingSummary) -> str:
    if summary.total == 0:
        return "Personne n’a répondu. Voici où chaque chose va."
    if summary.right == summary.total:
        return "Tout le monde a tout bien rangé." if summary.total > 1 else "Tout est bien rangé."
    if summary.total == 1:
        well = sum(summary.well(item) for item in specification.items)
        return f"Une seule réponse : {well} sur {len(specification.items)} à la bonne place."
    return f"{_how_many(specification, summary)}{_most_misplaced(specification, summary)}"


def _how_many(specification: SortingSpecification, summary: SortingSummary) -> str:
    """Return how many have everything right; where nobody has, how far the room is on average."""
    if summary.right == 0:
        number = len(specification.items)
        mean = min(round(sum(summary.well(item) for item in specification.items) / summary.total), number - 1)
        return f"En moyenne, {mean} {'choses' if mean > 1 else 'chose'} sur {number} à la bonne place."
    return f"{summary.right} sur {summary.total} {'ont' if summary.right > 1 else 'a'} tout bien rangé."


def _most_misplaced(specification: SortingSpecification, summary: SortingSummary) -> str:
    """Return the item that fewest have right, and the category where most of the others put it; the author's order settles a tie."""
    item = min(specification.items, key=summary.well)
    elsewhere = [category for category in specification.categories if category.key != item.category]
    where = max(elsewhere, key=lambda category: summary.places[item.id][category.key])
    people = summary.places[item.id][where.key]
    if people < 2:
        return ""
    return f" Le plus souvent confondu : « {item.label} », mis dans « {where.label} » par {people} personnes."
