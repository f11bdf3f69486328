"""A plausible place on the scale: most people stand a little above the middle, some well below."""

from random import Random

from .model import ScaleAnswer, ScaleSpecification


def imagine(specification: ScaleSpecification, random: Random) -> ScaleAnswer:
    low, high = specification.values[0], specification.values[-1]
    place = random.triangular(low - 0.5, high + 0.5, low + (high - low) * 0.62)
    return ScaleAnswer(value=min(max(round(place), low), high))
