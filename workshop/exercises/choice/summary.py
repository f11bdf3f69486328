"""What the room chose, and what it means."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.exercises.options import LETTERS, Chosen
from workshop.figures import Bar, Bars

from .grading import grade
from .model import ChoiceOption, ChoiceSpecification


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
        Bar(option.said, summary.counts[option.key], LETTERS[place], option.right, picture=option.picture.address if option.picture else "")
        for place, option in enumerate(specification.options)
    )
    sentence = _of_one(specification, summary) if len(specification.rights) == 1 else _of_several(specification, summary)
    return Story(sentence, (Bars("", bars, summary.total),), specification.takeaway)


def _of_one(specification: ChoiceSpecification, summary: ChoiceSummary) -> str:
    right = f"« {specification.rights[0].said} »"
    if summary.total == 0:
        return f"Personne n’a répondu. La bonne réponse : {right}."
    if summary.right == summary.total:
        return f"Tout le monde a trouvé la bonne réponse : {right}." if summary.total > 1 else f"La réponse est juste : {right}."
    instead = _taken_instead(specification, summary)
    if summary.right == 0:
        return f"Une question difficile. La bonne réponse : {right}.{instead}"
    return f"{_people(summary.right, summary.total)} trouvé la bonne réponse : {right}.{instead}"


def _of_several(specification: ChoiceSpecification, summary: ChoiceSummary) -> str:
    """Several to find would make a long sentence: their number is said, the figure marks them."""
    number = len(specification.rights)
    if summary.total == 0:
        return f"Personne n’a répondu. Il y avait {number} bonnes réponses à trouver."
    if summary.right == summary.total:
        return f"Tout le monde a trouvé les {number} bonnes réponses." if summary.total > 1 else f"Tout est juste : les {number} bonnes réponses."
    if summary.total == 1:
        found = sum(summary.counts[option.key] for option in specification.rights)
        return f"Une seule réponse : {found or 'aucune'} des {number} bonnes réponses{_wrong_ones(specification, summary)}."
    points_at = _forgotten(specification, summary) or _taken_instead(specification, summary)
    if summary.right == 0:
        return f"Une question difficile : personne n’a exactement les {number} bonnes réponses.{points_at}"
    return f"{_people(summary.right, summary.total)} trouvé les {number} bonnes réponses.{points_at}"


def _people(count: int, total: int) -> str:
    return f"{count} sur {total} {'ont' if count > 1 else 'a'}"


def _forgotten(specification: ChoiceSpecification, summary: ChoiceSummary) -> str:
    """Return the right option that fewest ticked, where one stands out."""
    option = _alone(specification.rights, summary, min)
    if option is None or summary.counts[option.key] == summary.total:
        return ""
    count = summary.counts[option.key]
    return f" La plus oubliée : « {option.said} » ({f'cochée {count} fois' if count else 'jamais cochée'} sur {summary.total})."


def _taken_instead(specification: ChoiceSpecification, summary: ChoiceSummary) -> str:
    """Return the wrong option that most took, where one stands out of others and more than one person took it."""
    wrong = [option for option in specification.options if not option.right]
    option = _alone(wrong, summary, max) if len(wrong) > 1 else None
    count = summary.counts[option.key] if option else 0
    return f" {count} ont choisi « {option.said} »." if count > 1 else ""


def _alone(options: Sequence[ChoiceOption], summary: ChoiceSummary, extreme: Callable[[list[int]], int]) -> ChoiceOption | None:
    """Return the option with the fewest or the most people, None where several are level."""
    counts = [summary.counts[option.key] for option in options]
    if not counts or counts.count(extreme(counts)) > 1:
        return None
    return options[counts.index(extreme(counts))]


def _wrong_ones(specification: ChoiceSpecification, summary: ChoiceSummary) -> str:
    wrong = sum(summary.counts[option.key] for option in specification.options if not option.right)
    return f", et {wrong} de trop" if wrong else ""
