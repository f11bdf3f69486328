"""A plausible guess: one in five is near the true figure, the others lean to one side of it."""

from random import Random

from .model import EstimateAnswer, EstimateSpecification


def imagine(specification: EstimateSpecification, random: Random) -> EstimateAnswer:
    low, high, right = specification.minimum, specification.maximum, specification.right
    if right is None:
        guess = random.triangular(low, high)
    elif random.random() < 0.2:
        guess = random.uniform(right - specification.tolerance, right + specification.tolerance)
    else:
        guess = random.triangular(low, high, low + (right - low) * 0.6)
    on_step = low + round((guess - low) / specification.step) * specification.step
    return EstimateAnswer(value=min(max(on_step, low), high))
