"""A plausible answer: tastes differ, and the first options please a little more, as they do in a room."""

from random import Random

from .model import RankingAnswer, RankingSpecification


def imagine(specification: RankingSpecification, random: Random) -> RankingAnswer:
    count = len(specification.options)
    liking = {option.key: random.random() * (count + 2) - place / 2 for place, option in enumerate(specification.options)}
    preferred = sorted(liking, key=lambda key: -liking[key])
    return RankingAnswer(order=tuple(preferred[: specification.asked]))
