"""Which strengths the group picked, which ones it saw in others, and how many are proved. Never who, and never a word of a proof."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars

from .model import StrengthsAnswer, StrengthsSpecification

TAKEAWAY = "Une force convainc avec une preuve\u00a0: où et quand, ce que j’ai fait, ce que ça a donné."


@dataclass(frozen=True)
class StrengthsSummary:
    picked: dict[str, int]
    """People who picked each card, by its key; every card is there, in the order of the page."""
    seen: dict[str, int]
    """People who saw it in somebody else, likewise."""
    proved: int
    """Picked cards with a whole proof."""
    total: int
    """People who picked something."""


def summarise(specification: StrengthsSpecification, answers: Sequence[StrengthsAnswer]) -> StrengthsSummary:
    picked = Counter(card for answer in answers for card in answer.picked)
    seen = Counter(answer.seen for answer in answers)
    keys = specification.labels
    return StrengthsSummary({key: picked[key] for key in keys}, {key: seen[key] for key in keys}, sum(len(answer.proved) for answer in answers), len(answers))


def tell(specification: StrengthsSpecification, summary: StrengthsSummary) -> Story:
    figures = [_bars("Choisies pour soi", summary.picked, specification, summary.total)]
    if any(summary.seen.values()):
        figures.append(_bars("Vues chez les autres", summary.seen, specification, summary.total))
    return Story(_sentence(specification, summary), tuple(figures) if summary.total else (), TAKEAWAY if summary.total else "")


def _bars(title: str, counts: dict[str, int], specification: StrengthsSpecification, total: int) -> Bars:
    """Return the cards that were taken, most often first, then in the order of the page."""
    order = sorted((key for key in counts if counts[key]), key=lambda key: -counts[key])
    return Bars(title, tuple(Bar(specification.labels[key], counts[key]) for key in order), total, "personne")


def _sentence(specification: StrengthsSpecification, summary: StrengthsSummary) -> str:
    if summary.total == 0:
        return "Personne n’a encore choisi ses forces."
    cards = sum(summary.picked.values())
    people = "Une personne a choisi" if summary.total == 1 else f"{summary.total} personnes ont choisi"
    return f"{people} {cards} force{'s' if cards > 1 else ''}. {_proved(summary.proved, cards)}{_most(specification, summary.picked)}"


def _proved(proved: int, cards: int) -> str:
    """Return how many of the picked cards have a whole proof, as a sentence."""
    if proved == 0:
        return "Les preuves sont encore à écrire."
    if proved == cards:
        return "Toutes ont une preuve complète." if cards > 1 else "Elle a une preuve complète."
    return f"{proved} {'forces ont' if proved > 1 else 'force a'} une preuve complète."


def _most(specification: StrengthsSpecification, picked: dict[str, int]) -> str:
    """Return the card that was picked most, where one stands out and two people at least took it."""
    most = max(picked.values())
    found = [key for key, count in picked.items() if count == most]
    return f" La plus choisie\u00a0: «\u00a0{specification.labels[found[0]]}\u00a0»." if most > 1 and len(found) == 1 else ""
