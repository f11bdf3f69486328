"""How an author writes a text with gaps: each word to find stands between square brackets, in its place.

    J’ai [préparé] 80 commandes par jour.
"""

import re
from dataclasses import dataclass

GAP = re.compile(r"\[([^\[\]]*)\]")
SENTENCE_ENDS = re.compile(r"(?<=[.?!…])\s+")
SHORT = 48
"""Letters up to which a sentence is told whole."""
WORDS_BEFORE = re.compile(r"(?<!\S)(?:\S+\s+){0,3}\S*$")
WORDS_AFTER = re.compile(r"\S*(?:\s+\S+){0,3}")


@dataclass(frozen=True)
class Gap:
    """One gap: its number in the text, from 1, and the word that belongs there."""

    number: int
    word: str

    @property
    def key(self) -> str:
        """What the phone knows the gap by."""
        return str(self.number)


def pieces(text: str) -> tuple[str | Gap, ...]:
    """Return the text cut at its gaps, in reading order; empty pieces are left out."""
    # what a pattern with one group splits comes in turns: text, word, text, …
    cut = enumerate(GAP.split(text))
    return tuple(Gap(turn // 2 + 1, part.strip()) if turn % 2 else part for turn, part in cut if part)


def has_stray_bracket(text: str) -> bool:
    """Return whether a bracket is left alone, stands inside another, or holds nothing."""
    return any(bracket in GAP.sub("", text) for bracket in "[]") or any(not word.strip() for word in GAP.findall(text))


def around(text: str, gap: Gap) -> str:
    """Return the gap's word between quotes in its own sentence, the other gaps filled in; of a long sentence, three words on each side."""
    before, after = _sides(text, gap)
    if len(before) + len(gap.word) + len(after) <= SHORT:
        return f"{before}« {gap.word} »{after}"
    first, last = WORDS_BEFORE.search(before).group(), WORDS_AFTER.match(after).group()
    start = "… " if len(first) < len(before) else ""
    end = " …" if len(last) < len(after) else ""
    return f"{start}{first}« {gap.word} »{last}{end}"


def _sides(text: str, gap: Gap) -> tuple[str, str]:
    """Return what stands before and after the gap in its sentence, on its line."""
    everything = pieces(text)
    place = everything.index(gap)
    before, after = (_filled(part) for part in (everything[:place], everything[place + 1 :]))
    return SENTENCE_ENDS.split(before.rpartition("\n")[2])[-1], SENTENCE_ENDS.split(after.partition("\n")[0].rstrip())[0]


def _filled(part: tuple[str | Gap, ...]) -> str:
    return "".join(piece.word if isinstance(piece, Gap) else piece for piece in part)
