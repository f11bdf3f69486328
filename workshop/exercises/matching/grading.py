"""How many pairs are right."""

from workshop.exercises.contract import Grade

from .model import MatchingAnswer, MatchingSpecification, Pair

MOST_TOLD = 2


def found(specification: MatchingSpecification, answer: MatchingAnswer) -> tuple[Pair, ...]:
    """Return the pairs that the answer has right."""
    return tuple(pair for pair in specification.pairs if answer.pairs.get(pair.key) == pair.right_id)


def grade(specification: MatchingSpecification, answer: MatchingAnswer) -> Grade:
    """Return the share of right pairs: right ones ÷ all pairs. A pair left open counts as not found; decoys count for nothing."""
    right = found(specification, answer)
    return Grade(len(right) / len(specification.pairs), specification.explanation or _pairs_missed(specification, right))


def _pairs_missed(specification: MatchingSpecification, right: tuple[Pair, ...]) -> str:
    """Return the first pairs to look at again; all stand in the result above it."""
    missed = [f"« {pair.left} » va avec « {pair.right} »." for pair in specification.pairs if pair not in right]
    return " ".join(missed[:MOST_TOLD])
