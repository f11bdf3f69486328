"""What the room chose most."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.exercises.options import LETTERS, Chosen
from workshop.figures import Bar, Bars

from .model import PollSpecification

NAMED = 3


@dataclass(frozen=True)
class PollSummary:
    counts: dict[str, int]
    """Number of people per option key, every option included."""
    total: int
    """People who answered; counts may add up to more where several options may be chosen."""


def summarise(specification: PollSpecification, answers: Sequence[Chosen]) -> PollSummary:
    counted = Counter(key for answer in answers for key in answer.choices)
    return PollSummary({option.key: counted[option.key] for option in specification.options}, len(answers))


def tell(specification: PollSpecification, summary: PollSummary) -> Story:
    lettered = zip(LETTERS, specification.options, strict=False)
    bars = tuple(Bar(option.label, summary.counts[option.key], letter) for letter, option in lettered)
    return Story(_sentence(specification, summary), (Bars("", bars, summary.total),))


def _sentence(specification: PollSpecification, summary: PollSummary) -> str:
    most = max(summary.counts.values())
    first = [option.label for option in specification.options if summary.counts[option.key] == most]
    if summary.total == 0:
        return "Personne n’a encore répondu."
    if summary.total == 1:
        return f"Une seule personne a répondu : {_named(first)}."
    if most == summary.total:
        return f"Tout le monde choisit {_named(first)}."
    if len(first) == len(specification.options):
        return "Les avis sont partagés : toutes les réponses sont à égalité."
    if len(first) > 1:
        return f"À égalité en tête : {_named(first)}, {most} sur {summary.total} à chaque fois."
    return f"Le plus choisi : {_named(first)}, {most} sur {summary.total}."


def _named(labels: list[str]) -> str:
    """Return the texts of the options; beyond NAMED their number, for a sentence is read in one breath."""
    if len(labels) > NAMED:
        return f"{len(labels)} réponses"
    quoted = [f"« {label} »" for label in labels]
    return " et ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
