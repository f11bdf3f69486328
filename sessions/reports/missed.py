"""What most got wrong, with the explanation to say again tomorrow."""

from collections import Counter
from collections.abc import Iterable

from .document import Missed
from .hearing import HeardPart

WRONG_BELOW = 0.5
"""An answer with parts (an order, a sorting) is wrong where less than half of it is right."""
SHARE = 0.5


def missed(parts: Iterable[HeardPart]) -> tuple[Missed, ...]:
    """Return the questions that half or more got wrong, worst first. Those asked before teaching are no surprise and stay out."""
    found = [_missed(part) for part in parts if part.part.moment != "before" and is_missed(part.scores)]
    return tuple(sorted(found, key=lambda one: -one.share))


def is_missed(scores: list[float]) -> bool:
    return bool(scores) and sum(score < WRONG_BELOW for score in scores) / len(scores) >= SHARE


def _missed(part: HeardPart) -> Missed:
    story = part.story
    wrong = sum(score < WRONG_BELOW for score in part.scores)
    return Missed(part.title, part.prompt, wrong, len(part.scores), story.takeaway or _usual_explanation(part), story.figures)


def _usual_explanation(part: HeardPart) -> str:
    """Return what most of those who were wrong were told."""
    grades = [part.part.exercise.grade(part.part.spec, answer) for answer in part.everything]
    told = Counter(grade.explanation for grade in grades if grade and grade.score < WRONG_BELOW and grade.explanation)
    return max(told, key=lambda text: (told[text], text), default="")
