"""A plausible answer: most pairs right, two of the others swapped now and then."""

from random import Random

from .model import MatchingAnswer, MatchingSpecification


def imagine(specification: MatchingSpecification, random: Random) -> MatchingAnswer:
    chosen = {pair.key: pair.right_id for pair in specification.pairs}
    if random.random() < 0.5:
        one, other = random.sample(list(chosen), 2)
        chosen[one], chosen[other] = chosen[other], chosen[one]
    unused = [name for name in specification.rights if name not in chosen.values()]
    if unused and random.random() < 0.3:
        chosen[random.choice(list(chosen))] = random.choice(unused)
    return MatchingAnswer(pairs=chosen)
