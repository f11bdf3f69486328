"""How many items stand where they belong."""

from workshop.exercises.contract import Grade

from .model import Item, SortingAnswer, SortingSpecification

MOST_TOLD = 2


def well_sorted(specification: SortingSpecification, answer: SortingAnswer) -> tuple[Item, ...]:
    """Return the items that the answer has where they belong."""
    return tuple(item for item in specification.items if answer.places.get(item.id) == item.category)


def grade(specification: SortingSpecification, answer: SortingAnswer) -> Grade:
    """Return the share of items that stand where they belong: well sorted ones ÷ all items.

    All weigh the same and nothing is taken off for a wrong one: 6 of 8 well sorted give 0.75, whichever they are.
    """
    right = well_sorted(specification, answer)
    return Grade(len(right) / len(specification.items), specification.explanation or _misplaced(specification, right))


def _misplaced(specification: SortingSpecification, right: tuple[Item, ...]) -> str:
    """Return the first things that are elsewhere than where they belong; all stand in the result above it."""
    missed = [item for item in specification.items if item not in right]
    return " ".join(f"« {item.label} » va dans « {specification.category(item.category).label} »." for item in missed[:MOST_TOLD])
