"""How near an estimate is."""

import math

from workshop.exercises.contract import Grade

from .model import EstimateAnswer, EstimateSpecification

REACH = 0.25
"""Share of the whole range over which the score falls from 1 to 0."""
ROUNDING = 1e-9


def grade(specification: EstimateSpecification, answer: EstimateAnswer) -> Grade | None:
    """Return 1 within the tolerance; beyond it, 1 − (distance − tolerance) ÷ (a quarter of maximum − minimum), never under 0.

    From 0 to 100 with a tolerance of 5, the score is 0 from a distance of 30 on. None without a true figure: nothing can be right or wrong, and a
    full mark would flatter the room's mean.
    """
    if specification.right is None:
        return None
    away = beyond(specification, answer.value)
    score = 1.0 if away == 0 else max(0.0, 1 - abs(away) / (REACH * (specification.maximum - specification.minimum)))
    return Grade(score, specification.takeaway or f"Le vrai chiffre : {specification.told(specification.right)}.")


def beyond(specification: EstimateSpecification, value: float) -> float:
    """Return how far a value lies outside the tolerance: 0 within it, negative where it is too small. There must be a true figure."""
    distance = value - specification.right
    outside = abs(distance) - specification.tolerance
    return 0.0 if outside <= ROUNDING else math.copysign(outside, distance)
