"""Free texts and what the counsellor decided about them."""

import re
import unicodedata
from collections.abc import Callable, Mapping


def text_key(text: str) -> str:
    """Return what texts are compared by: case, accents, punctuation and spaces do not count. At most 120 characters."""
    plain = unicodedata.normalize("NFKD", text)
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    key = re.sub(r"\W+", " ", letters).strip().casefold()
    return (key or text.strip())[:120]


def hider(decisions: Mapping[str, bool], approval: bool) -> Callable[[str], bool]:
    """Return is_hidden(text): where texts need approval, all that was not approved is hidden; otherwise only what was."""
    return lambda text: not decisions.get(text_key(text), not approval)
