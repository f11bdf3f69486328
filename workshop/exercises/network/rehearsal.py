"""Plausible counts: many people close by, fewer as the circles widen."""

from random import Random

from .model import NetworkAnswer, NetworkSpecification


def imagine(specification: NetworkSpecification, random: Random) -> NetworkAnswer:
    return NetworkAnswer(counts={circle.key: random.randint(0, max(2, 9 - 2 * place)) for place, circle in enumerate(specification.circles)})
