"""A plausible answer: the room leans towards the panel, and everything is chosen by somebody."""

from random import Random

from workshop.exercises.options import Chosen

from .model import JudgementSpecification


def imagine(specification: JudgementSpecification, random: Random) -> Chosen:
    weights = [option.votes + specification.size / 4 for option in specification.options]
    return Chosen(choices=(random.choices([option.key for option in specification.options], weights)[0],))
