"""When two ideas are the same idea."""

import re
import unicodedata

MOST = 120
"""Letters that count: two ideas alike as far as that are one."""


def key(text: str) -> str:
    """Return what ideas are joined by: case, accents, spaces and punctuation do not count; empty where nothing else is there."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", plain).strip().casefold()[:MOST].strip()
