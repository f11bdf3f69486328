"""A plausible answer: right about twice in three times."""

from random import Random

from workshop.exercises.options import Chosen

from .model import ChoiceSpecification


def imagine(specification: ChoiceSpecification, random: Random) -> Chosen:
    right = [option.key for option in specification.options if option.right]
    wrong = [option.key for option in specification.options if not option.right]
    if not wrong or random.random() < 0.65:
        return Chosen(choices=tuple(right))
    if specification.multiple and len(right) > 1:
        return Chosen(choices=(random.choice(right), random.choice(wrong)))
    return Chosen(choices=(random.choice(wrong),))
