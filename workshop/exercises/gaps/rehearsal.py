"""A plausible answer: most words in place, two of them swapped now and then, a decoy taken for one of them."""

from random import Random

from workshop.exercises.opaque import opaque

from .model import GapsAnswer, GapsSpecification


def imagine(specification: GapsSpecification, random: Random) -> GapsAnswer:
    chosen = {gap.key: opaque(gap.word) for gap in specification.gaps}
    if len(chosen) > 1 and random.random() < 0.4:
        one, other = random.sample(list(chosen), 2)
        chosen[one], chosen[other] = chosen[other], chosen[one]
    unused = [name for name in specification.words if name not in chosen.values()]
    if unused and random.random() < 0.3:
        chosen[random.choice(list(chosen))] = random.choice(unused)
    return GapsAnswer(words=chosen)
