"""How many people the room knows, circle by circle."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Ring, Rings

from .model import NetworkAnswer, NetworkSpecification


@dataclass(frozen=True)
class NetworkSummary:
    counts: dict[str, int]
    """Contacts of the whole room per circle key, every circle included."""
    total: int
    """People who answered."""

    @property
    def contacts(self) -> int:
        return sum(self.counts.values())


def summarise(specification: NetworkSpecification, answers: Sequence[NetworkAnswer]) -> NetworkSummary:
    counted: Counter[str] = Counter()
    for answer in answers:
        counted.update(answer.counts)
    return NetworkSummary({circle.key: counted[circle.key] for circle in specification.circles}, len(answers))


def tell(specification: NetworkSpecification, summary: NetworkSummary) -> Story:
    rings = tuple(Ring(circle.label, summary.counts[circle.key]) for circle in specification.circles)
    return Story(_sentence(specification, summary), (Rings("", "Nous", rings),), specification.takeaway)


def _sentence(specification: NetworkSpecification, summary: NetworkSummary) -> str:
    if summary.total == 0:
        return "Personne n’a répondu pour le moment."
    if summary.contacts == 0:
        return "Aucun contact noté pour le moment : cherchez ensemble, il y en a."
    known = f"{summary.contacts} personnes" if summary.contacts > 1 else "1 personne"
    start = f"À {summary.total}, vous connaissez {known}." if summary.total > 1 else f"Une seule réponse, et déjà {known}."
    return f"{start} {_largest(specification, summary)}"


def _largest(specification: NetworkSpecification, summary: NetworkSummary) -> str:
    most = max(summary.counts.values())
    largest = [f"« {circle.label} »" for circle in specification.circles if summary.counts[circle.key] == most]
    if len(largest) == 1:
        return f"Le cercle le plus grand : {largest[0]}."
    if len(largest) == len(specification.circles):
        return "Tous les cercles ont la même taille."
    return f"Les cercles les plus grands : {', '.join(largest[:-1])} et {largest[-1]}."
