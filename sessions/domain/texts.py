"""Free texts and what the counsellor decided about them."""

import unicodedata
from collections.abc import Callable, Mapping
from hashlib import sha256

MOST = 120
"""Characters of a key: what the database keeps."""
MARK = 24
"""Characters of a long text's own mark, at the end of its key."""
SAYS_SOMETHING = ("L", "N", "S")
"""Letters, figures and signs: an emoji says something, a comma or an accent says nothing."""


def text_key(text: str) -> str:
    """Return what texts are compared by: case, accents, punctuation and spaces do not count. At most 120 characters.

    A long text is known by its beginning and by a mark of the whole: otherwise one could have its beginning approved, then change its end.
    """
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(sign for sign in plain if not unicodedata.category(sign).startswith("M"))
    told = "".join(sign if unicodedata.category(sign).startswith(SAYS_SOMETHING) else " " for sign in letters)
    key = " ".join(told.split()).casefold() or text.strip()
    return key if len(key) <= MOST else f"{key[: MOST - MARK]}{sha256(key.encode('utf-8')).hexdigest()[:MARK]}"


def hider(decisions: Mapping[str, bool], approval: bool) -> Callable[[str], bool]:
    """Return is_hidden(text): where texts need approval, all that was not approved is hidden; otherwise only what was."""
    return lambda text: not decisions.get(text_key(text), not approval)
