"""How much room a text takes in the screen's typeface, near enough to say what fits: lengths in em, from the widths of its letters."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import ceil

SPACE = 0.28
OTHER, CAPITAL, WIDE, IDEOGRAM = 0.54, 0.63, 0.84, 1.0
WIDTHS = {
    **dict.fromkeys("\u202f\u2009", 0.2),
    **dict.fromkeys(".,;:'’jil|!()[] \u00a0\"", 0.27),
    **dict.fromkeys("ftr-/I", 0.36),
    **dict.fromkeys("yvzscxkç?", 0.48),
    **dict.fromkeys("mwMW@%œæŒÆ—…&", WIDE),
}
"""Of Atkinson Hyperlegible Next at its ordinary weight; letters that are not here are of a usual width."""
BREAKS = re.compile(r"[ \t\n]+")
"""Where a line may end. No-break spaces hold what they join."""

REMEMBERED = 4096

Words = Sequence[float]
"""The widths of a text's words, in em."""


def words_of(text: str) -> Words:
    return [sum(map(_width, word)) for word in BREAKS.split(text.strip())]


def lines_of(words: Words, width: float) -> int:
    """Return how many lines the words fill in a column of that width; a word that is longer than a line goes on in the next one."""
    lines, left = 1, width
    for word in words:
        gap = SPACE if left < width else 0
        if gap + word <= left:
            left -= gap + word
            continue
        pieces = max(1, ceil(word / width))
        lines += pieces - (left == width)
        left = width * pieces - word
    return lines


@lru_cache(REMEMBERED)
def _width(letter: str) -> float:
    if letter in WIDTHS:
        return WIDTHS[letter]
    if unicodedata.combining(letter) or unicodedata.category(letter) == "Cf":
        return 0
    if unicodedata.east_asian_width(letter) in "WF" or unicodedata.category(letter) == "So":
        return IDEOGRAM
    return CAPITAL if letter.isupper() else OTHER
