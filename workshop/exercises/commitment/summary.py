"""How many chose what, and when; never who."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars

from .model import WHENS, CommitmentAnswer, CommitmentSpecification

ON_A_DATE = "à une date choisie"


@dataclass(frozen=True)
class CommitmentSummary:
    actions: tuple[tuple[str, int], ...]
    """Each action that somebody chose, and by how many people; most chosen first, suggested ones before the others."""
    whens: dict[str, int]
    """People by moment: the three usual ones, and `ON_A_DATE`."""
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
    moments = Counter(ON_A_DATE if isinstance(answer.when, date) else answer.when for answer in answers)
    return CommitmentSummary(
        tuple((wordings[key], counts[key]) for key in order),
        {when: moments[when] for when in (*WHENS, ON_A_DATE)},
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
    soon = summary.whens["aujourd’hui"] + summary.whens["cette semaine"]
    if soon in (0, summary.total):
        return ", dès cette semaine" if soon else ""
    return f". {'Une personne commence' if soon == 1 else f'{soon} commencent'} dès cette semaine"


def _help(people: int) -> str:
    if people == 0:
        return ""
    return " Une personne veut de l’aide." if people == 1 else f" {people} veulent de l’aide."
