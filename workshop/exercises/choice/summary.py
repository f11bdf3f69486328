"""What the room chose, and what it means."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.exercises.options import LETTERS, Chosen
from workshop.figures import Bar, Bars

from .grading import grade
from .model import ChoiceSpecification


@dataclass(frozen=True)
class ChoiceSummary:
    counts: dict[str, int]
    """Number of people per option key, every option included."""
    total: int
    right: int
    """People whose answer is wholly right."""


def summarise(specification: ChoiceSpecification, answers: Sequence[Chosen]) -> ChoiceSummary:
    counted = Counter(key for answer in answers for key in answer.choices)
    right = sum(grade(specification, answer).is_right for answer in answers)
    return ChoiceSummary({option.key: counted[option.key] for option in specification.options}, len(answers), right)


def tell(specification: ChoiceSpecification, summary: ChoiceSummary) -> Story:
    bars = tuple(
        Bar(option.label, summary.counts[option.key], LETTERS[place], option.right)
        for place, option in enumerate(specification.options)
    )
    return Story(_sentence(specification, summary), (Bars("", bars, summary.total),), specification.takeaway)


def _sentence(specification: ChoiceSpecification, summary: ChoiceSummary) -> str:
    right = " et ".join(f"« {option.label} »" for option in specification.options if option.right)
    if summary.total == 0:
        return f"Personne n’a répondu. La bonne réponse : {right}."
    if summary.right == summary.total:
        return f"Tout le monde a trouvé la bonne réponse : {right}." if summary.total > 1 else f"La réponse est juste : {right}."
    if summary.right == 0:
        return f"Une question difficile. La bonne réponse : {right}."
    return f"{summary.right} sur {summary.total} {'ont' if summary.right > 1 else 'a'} trouvé la bonne réponse : {right}."
