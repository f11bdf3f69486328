"""A plausible answer: right about twice in three times."""

from random import Random

from .model import ChoiceAnswer, ChoiceSpecification


def imagine(specification: ChoiceSpecification, random: Random) -> ChoiceAnswer:
    right = [option.key for option in specification.options if option.right]
    wrong = [option.key for option in specification.options if not option.right]
    if not wrong or random.random() < 0.65:
        return ChoiceAnswer(choices=tuple(right))
    if specification.multiple and len(right) > 1:
        return ChoiceAnswer(choices=(random.choice(right), random.choice(wrong)))
    return ChoiceAnswer(choices=(random.choice(wrong),))
