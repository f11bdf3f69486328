"""What a person typed, made safe to keep and to show: composed accents, nothing invisible that a database or a page refuses.

A phone may send half an emoji or a null character (some keyboards do, and so does a hand-made request): PostgreSQL refuses both.
Lengths are measured on what comes out, so each type checks its own limit after this.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticKnownError

CEILING = 4000
"""Characters that are kept at all, whatever the type allows."""
LONGEST_READ = 10 * CEILING
"""Cleaning takes seconds for ten million letters, and every phone would wait for it: what is longer still is refused unread."""
UNWANTED = ("Cc", "Cs")
"""Control characters and halves of a pair. Joiners stay: they hold emojis and some scripts together."""
OVERRIDES = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
"""Marks that turn the reading direction of the whole page; a name or a word never needs them."""


def one_line(text: str) -> str:
    """Return the text on a single line, its runs of blanks as one space."""
    return " ".join(_visible(text).split())


def few_lines(text: str) -> str:
    """Return the text with its line breaks as the writer made them, at most one empty line in a row."""
    lines = [one_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _visible(text: str) -> str:
    blanked = "".join(" " if char in "\t\n\r\v\f" else char for char in text)
    seen = "".join(char for char in blanked if unicodedata.category(char) not in UNWANTED).translate(OVERRIDES)
    return unicodedata.normalize("NFC", seen)


def _cleaned(clean: Callable[[str], str]) -> BeforeValidator:
    """Cleans before pydantic looks, which refuses half an emoji outright; whatever is not text is left for it to refuse."""

    def before(value: Any) -> Any:
        if isinstance(value, str) and len(value) > LONGEST_READ:
            raise PydanticKnownError("string_too_long", {"max_length": CEILING})
        return clean(value) if isinstance(value, str) else value

    return BeforeValidator(before)


OneLine = Annotated[str, Field(max_length=CEILING), _cleaned(one_line)]
FewLines = Annotated[str, Field(max_length=CEILING), _cleaned(few_lines)]
