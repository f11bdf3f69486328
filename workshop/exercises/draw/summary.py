"""How many said yes: a name is nobody's business afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story

from .model import DrawAnswer, DrawSpecification


@dataclass(frozen=True)
class DrawSummary:
    went: int


def summarise(specification: DrawSpecification, answers: Sequence[DrawAnswer]) -> DrawSummary:
    return DrawSummary(len(answers))


def tell(specification: DrawSpecification, summary: DrawSummary) -> Story:
    if summary.went == 0:
        return Story("Personne n’y est encore allé.")
    return Story("Une personne y est allée." if summary.went == 1 else f"{summary.went} personnes y sont allées.")
