"""Where the room's estimates fall, and how far from the true figure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from workshop.exercises.contract import Story
from workshop.figures import Spread

from .buckets import buckets
from .model import EstimateAnswer, EstimateSpecification


@dataclass(frozen=True)
class EstimateSummary:
    values: tuple[tuple[float, int], ...]
    """Each number that was given, ascending, and by how many."""
    total: int
    median: float | None
    """None without answers."""

    @property
    def below(self) -> int:
        """People who said less than the median."""
        return sum(count for value, count in self.values if value < self.median)


def summarise(specification: EstimateSpecification, answers: Sequence[EstimateAnswer]) -> EstimateSummary:
    counted = Counter(answer.value for answer in answers)
    middle = median(counted.elements()) if counted else None
    return EstimateSummary(tuple(sorted(counted.items())), len(answers), middle)


def tell(specification: EstimateSpecification, summary: EstimateSummary) -> Story:
    low, high = specification.minimum, specification.maximum
    given = buckets(summary.values, low, high, specification.step)
    figure = Spread("", specification.unit, low, high, given, summary.median, specification.right, specification.tolerance)
    return Story(_sentence(specification, summary), (figure,), specification.takeaway)


def _sentence(specification: EstimateSpecification, summary: EstimateSummary) -> str:
    said = _said(specification, summary)
    if specification.right is None:
        return said
    return f"{said} Le vrai chiffre : {specification.told(specification.right)}."


def _said(specification: EstimateSpecification, summary: EstimateSummary) -> str:
    """Return what most said. "La moitié" is said only where it is exactly true."""
    if summary.total == 0:
        return "Personne n’a répondu."
    common, count = max(summary.values, key=lambda item: (item[1], -item[0]))
    if summary.total == 1:
        return f"Une seule réponse : {specification.told(common)}."
    if count == summary.total:
        return f"Tout le monde a dit {specification.told(common)}."
    if count * 2 > summary.total:
        return f"{count} sur {summary.total} ont dit {specification.told(common)}."
    if summary.below * 2 == summary.total:
        return f"La moitié d’entre vous a dit moins de {specification.told(summary.median)}."
    return f"Au moins la moitié d’entre vous a dit {specification.told(summary.median)} ou moins."
