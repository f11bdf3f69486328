"""What the room wrote, without the authors."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.exercises.said import notes_of
from workshop.figures import Board, Group

from .model import TextAnswer, TextSpecification


@dataclass(frozen=True)
class TextSummary:
    texts: tuple[str, ...]
    """In the order of the alphabet: the order in which they came would tell who wrote first."""


def summarise(specification: TextSpecification, answers: Sequence[TextAnswer]) -> TextSummary:
    return TextSummary(tuple(sorted((answer.text for answer in answers), key=lambda text: (text.casefold(), text))))


def tell(specification: TextSpecification, summary: TextSummary) -> Story:
    return Story(_sentence(len(summary.texts)), (Board("", (Group("", notes_of(summary.texts)),)),))


def _sentence(count: int) -> str:
    if count == 0:
        return "Personne n’a encore écrit."
    return "Une personne a écrit." if count == 1 else f"{count} personnes ont écrit : à lire ensemble."
