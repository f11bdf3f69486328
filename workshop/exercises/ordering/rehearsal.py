"""A plausible answer: the right order with one or two steps moved, two times in three."""

from random import Random

from .model import OrderingAnswer, OrderingSpecification


def imagine(specification: OrderingSpecification, random: Random) -> OrderingAnswer:
    order = list(specification.right_order)
    for _ in range(random.choice((0, 1, 2))):
        moved = order.pop(random.randrange(len(order)))
        order.insert(random.randrange(len(order) + 1), moved)
    return OrderingAnswer(order=tuple(order))
