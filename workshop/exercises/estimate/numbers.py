"""Numbers as French writes them: "12,5" and "1 867,02"."""

import re

DECIMALS = 2
LONGEST = 24
"""Characters of a typed number, its spaces and its unit included."""
TYPED = re.compile(r"([-−]?)(\d+)(?:[.,](\d+))?[€%]?")


def read_number(text: str) -> float:
    """Return the number that was typed, with a comma or a point, spaces between thousands, and € or % after it or not.

    Raises ValueError without a message for a person: the caller knows what was asked.
    """
    bare = "".join(text.split())
    found = TYPED.fullmatch(bare) if len(text) <= LONGEST else None
    if found is None:
        raise ValueError(f"not a number: {text[:LONGEST]!r}")
    sign, whole, decimals = found.groups()
    value = float(f"{whole}.{decimals or 0}")
    return -value if sign else value


def written(value: float) -> str:
    """Return a number with a comma and narrow spaces between thousands: "12,5", "1\u202f867"."""
    text = f"{value:,.{DECIMALS}f}".rstrip("0").rstrip(".")
    return text.replace(",", "\u202f").replace(".", ",")
