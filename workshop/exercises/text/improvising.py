"""An open question typed in the room."""

from collections.abc import Sequence

from .model import TextSpecification


def improvise(prompt: str, options: Sequence[str]) -> TextSpecification | None:
    """Return the open question, or None where there are answers to choose from."""
    return None if options else TextSpecification(prompt=prompt)
