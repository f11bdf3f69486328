"""Before and after, for the same people: scores by goal, and confidence."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from statistics import fmean

from workshop.exercises.contract import Answer
from workshop.plans.model import Goal

from .document import SMALLEST_GROUP, Gain, Gains
from .hearing import HeardPart

Values = dict[Hashable, list[float]]
Value = Callable[[HeardPart, Answer], float | None]


def gains(parts: Iterable[HeardPart], goals: Iterable[Goal]) -> Gains | None:
    """Return what moved; None where nothing was asked both before and after."""
    parts = [part for part in parts if part.part.moment]
    goals = tuple(goals)
    graded = _by_goal([part for part in parts if part.part.exercise.grade], goals, _score, is_share=True)
    confidence = _by_goal([part for part in parts if part.part.is_confidence], goals, _measure, is_share=False)
    return Gains(graded, confidence) if graded or confidence else None


def pair(before: Values, after: Values) -> tuple[int, float | None, float | None]:
    """Return the number of people found on both sides, and their two means (None under SMALLEST_GROUP).

    A person's value is the mean of what they answered; each person weighs the same.
    """
    both = [who for who in before if who in after]
    if len(both) < SMALLEST_GROUP:
        return len(both), None, None
    return len(both), fmean(fmean(before[who]) for who in both), fmean(fmean(after[who]) for who in both)


def _by_goal(parts: list[HeardPart], goals: tuple[Goal, ...], value: Value, is_share: bool) -> tuple[Gain, ...]:
    known = {goal.code: goal.text for goal in goals}
    codes = list(dict.fromkeys([*known, *(part.part.goal for part in parts)]))
    found = []
    for code in codes:
        mine = [part for part in parts if part.part.goal == code]
        if {part.part.moment for part in mine} == {"before", "after"}:
            before, after = _values(mine, "before", value), _values(mine, "after", value)
            if before or after:
                found.append(Gain(code, known.get(code) or mine[-1].prompt, *pair(before, after), is_share=is_share))
    return tuple(found)


def _values(parts: list[HeardPart], moment: str, value: Value) -> Values:
    gathered: Values = defaultdict(list)
    for part in parts:
        if part.part.moment == moment:
            for who, answer in part.answers.items():
                told = value(part, answer)
                if told is not None:
                    gathered[who].append(told)
    return gathered


def _score(part: HeardPart, answer: Answer) -> float | None:
    grade = part.part.exercise.grade(part.part.spec, answer)
    return None if grade is None else grade.score


def _measure(part: HeardPart, answer: Answer) -> float:
    return part.part.exercise.measure(part.part.spec, answer)
