"""Where the room puts each thing, what it agrees on most and what divides it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Axis, Placed, Plane

from .model import STEPS, Item, MatrixAnswer, MatrixSpecification

LETTERS = "ABCDEFGH"
DIVIDED = 0.5
"""Share of the room in one same quarter up to which a thing divides it."""


@dataclass(frozen=True)
class MatrixSummary:
    places: dict[str, dict[tuple[int, int], int]]
    """For the key of each item: how many people put it on each step across and up (1 to 4), those that somebody chose, in order."""
    total: int

    def mean(self, key: str) -> tuple[float, float]:
        """Return how far along each axis the room puts the item, 0 to 1; the middle without answers."""
        if self.total == 0:
            return 0.5, 0.5
        across = sum(place[0] * count for place, count in self.places[key].items()) / self.total
        up = sum(place[1] * count for place, count in self.places[key].items()) / self.total
        return (across - 1) / (STEPS - 1), (up - 1) / (STEPS - 1)

    def quarter(self, key: str) -> tuple[tuple[bool, bool], int]:
        """Return the quarter in which most people put the item (is it on the high side across, and up), and how many did."""
        counted: Counter[tuple[bool, bool]] = Counter()
        for (across, up), count in self.places[key].items():
            counted[across * 2 > STEPS, up * 2 > STEPS] += count
        return max(sorted(counted.items()), key=lambda found: found[1])


def summarise(specification: MatrixSpecification, answers: Sequence[MatrixAnswer]) -> MatrixSummary:
    places = {
        item.key: dict(sorted(Counter((int(answer.across[item.key]), int(answer.up[item.key])) for answer in answers).items()))
        for item in specification.items
    }
    return MatrixSummary(places, len(answers))


def tell(specification: MatrixSpecification, summary: MatrixSummary) -> Story:
    """Return the map; without any answer it stays empty, for the middle would be a lie."""
    points = tuple(
        Placed(item.label, *summary.mean(item.key), summary.total, LETTERS[place]) for place, item in enumerate(specification.items) if summary.total
    )
    corners = specification.corners
    across, up = (Axis(axis.label, axis.low, axis.high) for axis in (specification.across, specification.up))
    figure = Plane("", across, up, points, (corners.up_left, corners.up_right, corners.down_left, corners.down_right))
    return Story(_sentence(specification, summary), (figure,), specification.takeaway)


def _sentence(specification: MatrixSpecification, summary: MatrixSummary) -> str:
    if summary.total == 0:
        return "Personne n’a répondu."
    count = {item.key: summary.quarter(item.key)[1] for item in specification.items}
    agreed = max(specification.items, key=lambda item: count[item.key])
    where = _quarter_in_words(specification, summary, agreed)
    if summary.total == 1:
        return f"Une seule réponse. « {agreed.label} » : {where}."
    if count[agreed.key] <= DIVIDED * summary.total:
        return "Les avis sont partagés sur tout. À discuter ensemble."
    told = f"{_how_many(count[agreed.key], summary.total)} d’accord sur « {agreed.label} » : {where}."
    divided = min(specification.items, key=lambda item: count[item.key])
    if count[divided.key] <= DIVIDED * summary.total:
        return f"{told} Ce qui partage le plus : « {divided.label} »."
    return told


def _how_many(count: int, total: int) -> str:
    return "Tout le monde est" if count == total else f"{count} sur {total} sont"


def _quarter_in_words(specification: MatrixSpecification, summary: MatrixSummary, item: Item) -> str:
    """Return the two ends between which the thing stands, and the name of that corner where the author gave one."""
    across, up = summary.quarter(item.key)[0]
    ends = f"{specification.across.high if across else specification.across.low}, {specification.up.high if up else specification.up.low}"
    name = getattr(specification.corners, f"{'up' if up else 'down'}_{'right' if across else 'left'}")
    return f"{ends} ({name[:1].lower()}{name[1:]})" if name else ends
