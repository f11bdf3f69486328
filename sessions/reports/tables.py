"""The spreadsheet's contents, before any cell is drawn: who answered what, and the figures as tables."""

from collections.abc import Hashable
from dataclasses import dataclass

from workshop.figures import Table, as_table

from .aliases import alias_order
from .document import ReportDocument
from .hearing import HeardPart, hear
from .material import Participant, ReportMaterial
from .stories import is_private

PASSED, WITHDRAWN, PRIVATE, NO_PHONE = "je passe", "texte retiré", "réponse donnée", "sans téléphone"


@dataclass(frozen=True)
class Block:
    """One activity's result: a title, the sentence, and a table a figure."""

    title: str
    sentence: str
    tables: tuple[Table, ...]


def answers_table(material: ReportMaterial) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Return the head and one row a person: what they answered to each part, in its last round, as plain French.

    What stays theirs (moods, confidence, the opinion on the workshop) is told as given or not, never as what.
    """
    parts = hear(material)
    rows = [(one.alias, *(_cell(part, one) for part in parts)) for one in sorted(material.heard, key=lambda one: alias_order(one.alias))]
    return ("Pseudo", *(_head(part) for part in parts)), rows


def results_blocks(document: ReportDocument) -> list[Block]:
    """Return the result of every activity, in the order it was played."""
    return [Block(f"{told.title} · {told.prompt}", told.sentence, tuple(as_table(figure) for figure in told.figures)) for told in document.results]


def _head(part: HeardPart) -> str:
    return part.title if len(part.step.parts) == 1 else f"{part.title} · {part.prompt}"


def _cell(part: HeardPart, one: Participant) -> str:
    who: Hashable = one.id
    if who in part.answers:
        return PRIVATE if is_private(part) else part.part.exercise.in_words(part.part.spec, part.answers[who])
    if who in part.withdrawn:
        return WITHDRAWN
    if who in part.passed:
        return PASSED
    return NO_PHONE if one.without_phone else ""
