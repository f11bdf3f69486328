"""How far an answer is right."""

from workshop.exercises.contract import Grade
from workshop.exercises.options import Chosen

from .model import ChoiceSpecification


def grade(specification: ChoiceSpecification, answer: Chosen) -> Grade:
    """Return 1 or 0 for a single choice; for a multiple one, max(0, (right ticked − wrong ticked) ÷ number of right ones).

    Ticking everything therefore earns nothing when there are at least as many wrong options as right ones.
    """
    right = {option.key for option in specification.rights}
    chosen = set(answer.choices)
    score = max(0.0, (len(chosen & right) - len(chosen - right)) / len(right))
    return Grade(score, _explanation(specification, chosen))


def _explanation(specification: ChoiceSpecification, chosen: set[str]) -> str:
    told = [option.explanation for option in specification.options if option.key in chosen and option.explanation]
    if not told:
        told = [option.explanation for option in specification.options if option.right and option.explanation]
    return " ".join(told)
