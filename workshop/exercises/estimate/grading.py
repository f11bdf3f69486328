"""How near an estimate is."""

from workshop.exercises.contract import Grade

from .model import EstimateAnswer, EstimateSpecification

REACH = 0.25
"""Share of the whole range over which the score falls from 1 to 0."""
ROUNDING = 1e-9


def grade(specification: EstimateSpecification, answer: EstimateAnswer) -> Grade:
    """Return 1 within the tolerance; beyond it, 1 − (distance − tolerance) ÷ (a quarter of maximum − minimum), never under 0.

    From 0 to 100 with a tolerance of 5, the score is 0 from a distance of 30 on. Without a true figure the score is 1: nothing can be missed.
    """
    if specification.right is None:
        return Grade(1.0)
    beyond = abs(answer.value - specification.right) - specification.tolerance
    score = 1.0 if beyond <= ROUNDING else max(0.0, 1 - beyond / (REACH * (specification.maximum - specification.minimum)))
    return Grade(score, specification.takeaway or f"Le vrai chiffre : {specification.told(specification.right)}.")
