"""How many items stand where they belong."""

from workshop.exercises.contract import Grade

from .model import Item, SortingAnswer, SortingSpecification


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
    """Return what is elsewhere than where it belongs, category by category."""
    told = []
    for category in specification.categories:
        missed = [item.label for item in specification.items_of(category) if item not in right]
        if missed:
            told.append(f"{category.label} : {', '.join(missed)}.")
    return " ".join(told)
