"""JSON for the wire, as python-engineio reads it, with a reader that is made once and not for each message."""

from json import JSONDecoder, dumps
from typing import Any

__all__ = ["dumps", "loads"]

LONGEST_NUMBER = 100
"""Figures: a longer number would take its time to be read, and means nothing here."""


def _number(figures: str) -> int:
    if len(figures) > LONGEST_NUMBER:
        raise ValueError("a number too long")
    return int(figures)


_read = JSONDecoder(parse_int=_number).decode


def loads(text: str | bytes) -> Any:
    """Return what the text says; raises ValueError. A phone sends text, the message queue between workers bytes."""
    return _read(text if isinstance(text, str) else text.decode())
