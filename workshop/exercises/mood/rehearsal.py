"""A plausible weather: an ordinary morning, more light than rain."""

from random import Random

from .model import MoodAnswer, MoodSpecification
from .weathers import WEATHERS

LIKELY = (5, 6, 4, 2, 1)


def imagine(specification: MoodSpecification, random: Random) -> MoodAnswer:
    return MoodAnswer(weather=random.choices(WEATHERS, LIKELY)[0].key)
