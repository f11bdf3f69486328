"""Which pairs the room has, and the one to tell again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars

from .grading import found
from .model import MatchingAnswer, MatchingSpecification


@dataclass(frozen=True)
class MatchingSummary:
    found: dict[str, int]
    """Number of people who have the pair right, by its key, every pair included."""
    total: int
    right: int
    """People who have every pair."""


def summarise(specification: MatchingSpecification, answers: Sequence[MatchingAnswer]) -> MatchingSummary:
    rights = [found(specification, answer) for answer in answers]
    counted = Counter(pair.key for pairs in rights for pair in pairs)
    complete = sum(len(pairs) == len(specification.pairs) for pairs in rights)
    return MatchingSummary({pair.key: counted[pair.key] for pair in specification.pairs}, len(answers), complete)


def tell(specification: MatchingSpecification, summary: MatchingSummary) -> Story:
    bars = tuple(Bar(f"{pair.left} : {pair.right}", summary.found[pair.key]) for pair in specification.pairs)
    return Story(_sentence(specification, summary), (Bars("Combien ont trouvé chaque paire", bars, summary.total),), specification.takeaway)


def _sentence(specification: MatchingSpecification, summary: MatchingSummary) -> str:
    if summary.total == 0:
        return "Personne n’a répondu. Voici les bonnes paires."
    if summary.right == summary.total:
        return "Tout le monde a trouvé toutes les paires." if summary.total > 1 else "Toutes les paires sont justes."
    if summary.total == 1:
        right = sum(summary.found.values())
        return f"Une seule réponse : {right} {'paires justes' if right > 1 else 'paire juste'} sur {len(specification.pairs)}."
    fewest = min(summary.found.values())
    hardest = [pair for pair in specification.pairs if summary.found[pair.key] == fewest]
    if len(hardest) == len(specification.pairs):
        return "Aucune paire n’était facile. À revoir ensemble." if fewest == 0 else f"Chaque paire est trouvée par {fewest} sur {summary.total}."
    pair, is_alone = hardest[0], len(hardest) == 1
    told = f"« {pair.left} » va avec « {pair.right} »"
    if fewest == 0:
        return f"Personne n’a trouvé celle-ci : {told}."
    which = "La paire la plus difficile" if is_alone else "Une des paires les plus difficiles"
    return f"{which} : {told}. {fewest} sur {summary.total} {'l’ont trouvée' if fewest > 1 else 'l’a trouvée'}."
