"""When two questions are the same question, and the key by which a vote names it."""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

KEPT = 20_000
"""Keys that a process remembers: the same texts are counted again each time that somebody votes."""


def plain(text: str) -> str:
    """Return what questions are joined by: case, accents, spaces and punctuation do not count; empty where nothing else is there."""
    letters = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", letters).strip().casefold()


@lru_cache(KEPT)
def key(text: str) -> str:
    """Return the key of the question: 12 characters, the same wherever the same thing is asked, and nothing of who asked it.

    An edited question has another key, so it starts again without votes: nobody voted for the new text.
    """
    return "q" + sha256(plain(text).encode("utf-8")).hexdigest()[:11]
