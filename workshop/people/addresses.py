"""E-mail addresses, written in one way."""

import re
import unicodedata


def one_way(email: str) -> str:
    """Return the address as it is stored and compared: no spaces around, small letters."""
    return unicodedata.normalize("NFKC", email).strip().lower()


def looks_like_an_address(email: str) -> bool:
    """Only what a slip of the finger breaks: an @, a dot after it, no space. Whether it exists is not ours to know."""
    return re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", email) is not None
