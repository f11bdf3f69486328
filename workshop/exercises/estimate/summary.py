"""Where the room's estimates fall, and how far from the true figure."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from workshop.exercises.contract import Story
from workshop.figures import Spread

from .buckets import buckets
from .grading import beyond
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
        return self.count(lambda value: value < self.median)

    def count(self, is_so: Callable[[float], bool]) -> int:
        """Return the number of people whose value is so."""
        return sum(count for value, count in self.values if is_so(value))


def summarise(specification: EstimateSpecification, answers: Sequence[EstimateAnswer]) -> EstimateSummary:
    counted = Counter(answer.value for answer in answers)
    middle = median(counted.elements()) if counted else None
    return EstimateSummary(tuple(sorted(counted.items())), len(answers), middle)


def tell(specification: EstimateSpecification, summary: EstimateSummary) -> Story:
    low, high = specification.minimum, specification.maximum
    given = buckets(summary.values, low, high, specification.step)
    figure = Spread(
        "", specification.unit, low, high, given, summary.median, specification.right, specification.tolerance, unit_one=specification.unit_one,
    )  # fmt: skip
    return Story(_sentence(specification, summary), (figure,), specification.takeaway)


def _sentence(specification: EstimateSpecification, summary: EstimateSummary) -> str:
    if specification.right is None:
        return _said(specification, summary)
    right = specification.told(specification.right)
    if summary.total < 2:
        return f"{_said(specification, summary)} Le vrai chiffre : {right}."
    return f"{_near(specification, summary)} : {right}.{_side(specification, summary)}"


def _near(specification: EstimateSpecification, summary: EstimateSummary) -> str:
    """Return how many are within the tolerance."""
    near = summary.count(lambda value: beyond(specification, value) == 0)
    who = "Tout le monde" if near == summary.total else "Personne" if near == 0 else f"{near} sur {summary.total}"
    have, are = ("ont", "sont") if 1 < near < summary.total else ("a", "est")
    negated = "n’" if near == 0 else ""
    if specification.tolerance == 0:
        return f"{who} {negated}{have} trouvé le vrai chiffre"
    return f"{who} {negated}{are} tout près du vrai chiffre"


def _side(specification: EstimateSpecification, summary: EstimateSummary) -> str:
    """Return on which side of the true figure more people are; nothing where all are near it."""
    low, high = (summary.count(lambda value, way=way: beyond(specification, value) * way > 0) for way in (-1, 1))
    if low == high:
        return " Autant ont dit moins que plus." if low > 1 else ""
    count, word = max((low, "moins"), (high, "plus"))
    return f" {count} {'ont' if count > 1 else 'a'} dit {word}."


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
        return f"La moitié du groupe a dit moins de {specification.told(summary.median)}."
    return f"Au moins la moitié du groupe a dit {specification.told(summary.median)} ou moins."
