"""How many chose what, and when; never who."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars

from .model import CommitmentAnswer, CommitmentSpecification
from .moments import SOON


@dataclass(frozen=True)
class CommitmentSummary:
    actions: tuple[tuple[str, int], ...]
    """Each action that somebody chose, and by how many people; most chosen first, suggested ones before the others."""
    soon: int
    """People who begin something today or this week."""
    is_all_soon: bool
    """Whether nothing of all that was chosen waits longer than this week."""
    with_help: int
    total: int
    """People who answered."""


def summarise(specification: CommitmentSpecification, answers: Sequence[CommitmentAnswer]) -> CommitmentSummary:
    suggested = {suggestion.casefold(): place for place, suggestion in enumerate(specification.suggestions)}
    wordings = {suggestion.casefold(): suggestion for suggestion in specification.suggestions}
    counts: Counter[str] = Counter()
    for action in sorted(action for answer in answers for action in answer.everything):
        counts[action.casefold()] += 1
        wordings.setdefault(action.casefold(), action)
    order = sorted(counts, key=lambda key: (-counts[key], suggested.get(key, len(suggested)), key))
    return CommitmentSummary(
        tuple((wordings[key], counts[key]) for key in order),
        sum(any(when in SOON for when in answer.moments) for answer in answers),
        all(when in SOON for answer in answers for when in answer.moments),
        sum(answer.wants_help for answer in answers),
        len(answers),
    )


def tell(specification: CommitmentSpecification, summary: CommitmentSummary) -> Story:
    bars = tuple(Bar(action, count) for action, count in summary.actions)
    return Story(_sentence(summary), (Bars("", bars, summary.total, "personne"),))


def _sentence(summary: CommitmentSummary) -> str:
    if summary.total == 0:
        return "Personne n’a encore choisi d’action."
    people = "Une personne repart" if summary.total == 1 else f"{summary.total} personnes repartent"
    actions = sum(count for _, count in summary.actions)
    return f"{people} avec {'une action' if actions == 1 else f'{actions} actions'}{_soon(summary)}.{_help(summary.with_help)}"


def _soon(summary: CommitmentSummary) -> str:
    if summary.is_all_soon:
        return ", dès cette semaine"
    if summary.soon == 0:
        return ""
    if summary.soon == summary.total:
        return f". {'Elle commence' if summary.total == 1 else 'Toutes commencent'} dès cette semaine"
    return f". {'Une personne commence' if summary.soon == 1 else f'{summary.soon} commencent'} dès cette semaine"


def _help(people: int) -> str:
    if people == 0:
        return ""
    return " Une personne veut de l’aide." if people == 1 else f" {people} veulent de l’aide."
