"""A poll from a question and its answers typed in the room."""

from collections.abc import Sequence

from workshop.exercises.options import LETTERS, Option

from .model import PollSpecification


def improvise(prompt: str, options: Sequence[str]) -> PollSpecification | None:
    """Return a poll where one answer is chosen, or None where there are too few or too many answers for one."""
    if not 2 <= len(options) <= len(LETTERS):
        return None
    keyed = tuple(Option(key=letter.lower(), label=label) for letter, label in zip(LETTERS, options, strict=False))
    return PollSpecification(prompt=prompt, options=keyed)
