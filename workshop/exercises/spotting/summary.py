"""Which clues the room sees, and the one that it misses most."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Mark, Sheet

from .answering import SpottingAnswer
from .cutting import cut
from .grading import grade
from .model import SpottingSpecification
from .spots import Spot

CAUGHT = 0.5
"""Score from which a person has caught what is to be spotted."""


@dataclass(frozen=True)
class SpottingSummary:
    counts: dict[str, int]
    """Number of people who touched each spot, by its id, every spot included, in the order of reading."""
    total: int
    caught: int
    """People with at least half of the score."""


def summarise(specification: SpottingSpecification, answers: Sequence[SpottingAnswer]) -> SpottingSummary:
    counted = Counter(name for answer in answers for name in answer.touched)
    caught = sum(grade(specification, answer).score >= CAUGHT for answer in answers)
    return SpottingSummary({spot.id: counted[spot.id] for spot in specification.spots}, len(answers), caught)


def tell(specification: SpottingSpecification, summary: SpottingSummary) -> Story:
    """Return the document with how many touched each place of it, and what was to be touched."""
    return Story(_sentence(specification, summary), (_sheet(specification, summary),), specification.takeaway)


def _sheet(specification: SpottingSpecification, summary: SpottingSummary) -> Sheet:
    picture = specification.picture
    if picture is None:
        lines = tuple(
            tuple(_mark(piece.text, piece.passage, summary) if piece.passage else Mark(piece.text) for piece in line)
            for line in cut(specification.text, specification.passages)
        )
        return Sheet("", lines, summary.total)
    zones = tuple(_mark(zone.label, zone, summary, (zone.x, zone.y, zone.width, zone.height)) for zone in specification.spots)
    return Sheet("", (zones,), summary.total, picture.address, picture.width, picture.height)


def _mark(text: str, spot: Spot, summary: SpottingSummary, box: tuple[float, float, float, float] | None = None) -> Mark:
    return Mark(text, summary.counts[spot.id], spot.name, spot.wrong, box=box)


def _sentence(specification: SpottingSpecification, summary: SpottingSummary) -> str:
    faults = specification.faults
    number = f"{len(faults)} {'indices' if len(faults) > 1 else 'indice'}"
    if summary.total == 0:
        return f"Personne n’a répondu. Il y avait {number} à voir."
    if summary.total == 1:
        seen = sum(summary.counts[spot.id] for spot in faults)
        return f"Une seule réponse : {seen} {'indices vus' if seen > 1 else 'indice vu'} sur {len(faults)}."
    return f"{_how_many(specification, summary)}{_most_missed(specification, summary)}."


def _how_many(specification: SpottingSpecification, summary: SpottingSummary) -> str:
    if summary.caught == 0:
        return f"C’était difficile : personne n’a repéré {specification.aim}"
    if summary.caught == summary.total:
        return f"Tout le monde a repéré {specification.aim}"
    return f"{summary.caught} sur {summary.total} {'ont' if summary.caught > 1 else 'a'} repéré {specification.aim}"


def _most_missed(specification: SpottingSpecification, summary: SpottingSummary) -> str:
    """Return the clue that fewest saw; nothing where there is only one, or where all were seen alike."""
    faults = specification.faults
    seen = [summary.counts[spot.id] for spot in faults]
    if min(seen) == summary.total:
        return " et vu tous les indices" if len(faults) > 1 else ""
    if len(set(seen)) == 1:
        return ""
    missed = faults[seen.index(min(seen))]
    which = "L’indice le plus manqué" if seen.count(min(seen)) == 1 else "Un des indices les plus manqués"
    return f". {which} : {missed.name}"
