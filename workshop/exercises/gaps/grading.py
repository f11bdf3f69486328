"""How many gaps hold their word."""

from workshop.exercises.contract import Grade
from workshop.exercises.opaque import opaque

from .model import GapsAnswer, GapsSpecification
from .written import Gap


def well_filled(specification: GapsSpecification, answer: GapsAnswer) -> tuple[Gap, ...]:
    """Return the gaps that hold the word that belongs there."""
    return tuple(gap for gap in specification.gaps if answer.words.get(gap.key) == opaque(gap.word))


def grade(specification: GapsSpecification, answer: GapsAnswer) -> Grade:
    """Return the share of gaps that hold their word: well filled ones ÷ all gaps. All weigh the same; decoys count for nothing.

    Two words swapped among four gaps therefore give 0.5.
    """
    right = well_filled(specification, answer)
    return Grade(len(right) / len(specification.gaps), specification.explanation or _in_order(specification))


def _in_order(specification: GapsSpecification) -> str:
    return f"Les mots, dans l’ordre du texte : {', '.join(gap.word for gap in specification.gaps)}."
