"""What the room wrote, without the authors."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Board, Group, Note

from .model import TextAnswer, TextSpecification


@dataclass(frozen=True)
class TextSummary:
    texts: tuple[str, ...]
    """In the order of the alphabet: the order in which they came would tell who wrote first."""


def summarise(specification: TextSpecification, answers: Sequence[TextAnswer]) -> TextSummary:
    return TextSummary(tuple(sorted((answer.text for answer in answers), key=lambda text: (text.casefold(), text))))


def tell(specification: TextSpecification, summary: TextSummary) -> Story:
    notes = tuple(Note(text) for text in summary.texts)
    return Story(_sentence(len(notes)), (Board("", (Group("", notes),)),))


def _sentence(count: int) -> str:
    if count == 0:
        return "Personne n’a encore écrit."
    return "Une personne a écrit." if count == 1 else f"{count} personnes ont écrit : à lire ensemble."
