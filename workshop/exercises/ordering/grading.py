"""How near an order is to the right one."""

from itertools import combinations

from workshop.exercises.contract import Grade

from .model import OrderingAnswer, OrderingSpecification


def grade(specification: OrderingSpecification, answer: OrderingAnswer) -> Grade:
    """Return the share of pairs of items in the right order: of n items, the pairs (i before j) that are so in both ÷ n (n − 1) ÷ 2.

    1 is the right order, 0 its exact reverse; two neighbours swapped among five items give 0.9. (Kendall's distance, 1938, as a share.)
    """
    place = {item_id: number for number, item_id in enumerate(answer.order)}
    pairs = list(combinations(specification.right_order, 2))
    kept = sum(place[first] < place[second] for first, second in pairs)
    return Grade(kept / len(pairs), specification.explanation or _right_order(specification))


def _right_order(specification: OrderingSpecification) -> str:
    return f"D’abord : {specification.items[0].label}. À la fin : {specification.items[-1].label}."
