"""`{{fact:name}}`: how it is read, and what stands in its place. One rule for a workshop's file and for the author's form.

`take(name)` returns the fact of that name, or None where there is none; it is called for each one that is met.
"""

import re
from collections.abc import Callable

from workshop.typography import french

from .facts import Fact

PLACEHOLDER = re.compile(r"\{\{\s*fact\s*:\s*([^{}\s]+)\s*\}\}")
ALONE = re.compile(rf"\s*([-−]?)\s*{PLACEHOLDER.pattern}\s*")

Take = Callable[[str], Fact | None]


def placeholder(name: str) -> str:
    """Return what an author writes for the fact of that name."""
    return f"{{{{fact:{name}}}}}"


def has_placeholder(text: str) -> bool:
    return PLACEHOLDER.search(text) is not None


def is_alone(text: str) -> bool:
    """Whether there is nothing but one fact, with a minus before it or not: it may stand for a number."""
    return ALONE.fullmatch(text) is not None


def as_text(text: str, take: Take) -> str:
    """Return the text with the facts' values, written as French writes them; an unknown fact leaves its name."""

    def written(found: re.Match[str]) -> str:
        fact = take(found[1])
        return fact.written if fact else found[1]

    return french(PLACEHOLDER.sub(written, text))


def as_number(text: str, take: Take) -> int | float | None:
    """Return the number that a fact alone stands for; None where there is no such fact or its value is a text; raises ValueError where it is not alone."""
    found = ALONE.fullmatch(text)
    if found is None:
        raise ValueError(text)
    fact = take(found[2])
    if fact is None or isinstance(fact.value, str):
        return None
    return -fact.value if found[1] else fact.value
