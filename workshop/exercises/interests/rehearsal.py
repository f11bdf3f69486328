"""Plausible profiles: two kinds that somebody likes, the others less."""

from random import Random

from .model import MOST, InterestsAnswer, InterestsSpecification
from .usual import LETTERS


def imagine(specification: InterestsSpecification, random: Random) -> InterestsAnswer:
    liked = random.sample(LETTERS, 2)
    return InterestsAnswer(sums={letter: random.randint(6, MOST) if letter in liked else random.randint(0, 7) for letter in LETTERS})
