"""Which gaps the room fills, and the word it most often takes for another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.exercises.opaque import opaque
from workshop.figures import Bar, Bars

from .grading import well_filled
from .model import GapsAnswer, GapsSpecification
from .written import Gap, around


@dataclass(frozen=True)
class GapsSummary:
    words: dict[str, dict[str, int]]
    """For each gap, by its key: the number of people who put each word there, by the word's id, all included."""
    total: int
    right: int
    """People who have every word in its gap."""

    def well(self, gap: Gap) -> int:
        """Return how many people filled the gap with its word."""
        return self.words[gap.key][opaque(gap.word)]


def summarise(specification: GapsSpecification, answers: Sequence[GapsAnswer]) -> GapsSummary:
    counted = Counter(filled for answer in answers for filled in answer.words.items())
    names = list(specification.words)
    words = {gap.key: {name: counted[gap.key, name] for name in names} for gap in specification.gaps}
    right = sum(len(well_filled(specification, answer)) == len(specification.gaps) for answer in answers)
    return GapsSummary(words, len(answers), right)


def tell(specification: GapsSpecification, summary: GapsSummary) -> Story:
    bars = tuple(Bar(around(specification.text, gap), summary.well(gap), gap.key) for gap in specification.gaps)
    return Story(_sentence(specification, summary), (Bars("Combien ont trouvé chaque mot", bars, summary.total),), specification.takeaway)


def _sentence(specification: GapsSpecification, summary: GapsSummary) -> str:
    if summary.total == 0:
        return "Personne n’a répondu. Voici les mots à leur place."
    if summary.right == summary.total:
        return "Tout le monde a trouvé tous les mots." if summary.total > 1 else "Tous les mots sont à leur place."
    if summary.total == 1:
        well = sum(summary.well(gap) for gap in specification.gaps)
        return f"Une seule réponse : {well} {'mots' if well > 1 else 'mot'} sur {len(specification.gaps)} à la bonne place."
    return f"{_how_many(specification, summary)}{_most_confused(specification, summary)}"


def _how_many(specification: GapsSpecification, summary: GapsSummary) -> str:
    """Return how many have every word right; where nobody has, how far the room is on average."""
    if summary.right == 0:
        number = len(specification.gaps)
        mean = min(round(sum(summary.well(gap) for gap in specification.gaps) / summary.total), number - 1)
        return f"En moyenne, {mean} {'mots' if mean > 1 else 'mot'} sur {number} à la bonne place."
    return f"{summary.right} sur {summary.total} {'ont' if summary.right > 1 else 'a'} trouvé tous les mots."


def _most_confused(specification: GapsSpecification, summary: GapsSummary) -> str:
    """Return the word that fewest put in its gap, and what most of the others put there; reading order and alphabet settle ties."""
    gap = min(specification.gaps, key=summary.well)
    others = {name: count for name, count in summary.words[gap.key].items() if name != opaque(gap.word)}
    instead = max(others, key=lambda name: others[name])
    people = others[instead]
    if people < 2:
        return ""
    return f" Le plus souvent confondu : « {gap.word} ». {people} personnes ont mis « {specification.words[instead]} »."
