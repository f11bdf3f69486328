"""Which words are the same word: capitals, accents, hyphens, the French plural and an article before it do not make another one.

A key is only compared, never shown, so it need not be a word: "heureux" may become "heureu" since nobody writes that.
What matters is that two different words keep two keys, hence the words whose last letter must stay.
"""

import re
import unicodedata

KEPT = frozenset(("mois", "fois", "fils", "cours", "vers", "sous", "tous", "plus", "mars", "paris", "prix", "pres"))
"""Words that end in -s or -x without being a plural, and would be taken for another one ("mois" and "moi", "prix" and "pris")."""
INITIALS = frozenset(("cv", "rh", "cdd", "cdi", "bts", "bep", "cfa", "smic", "cej", "pmsmp"))
"""The words of missions locales that are only ever written in capitals."""
IRREGULAR = {"travaux": "travail", "baux": "bail", "vitraux": "vitrail", "yeux": "oeil", "cvs": "cv", "cdds": "cdd", "cdis": "cdi", "messieurs": "monsieur"}
LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "-": " ", "‑": " ", "–": " "})
UNSEEN = dict.fromkeys((0xFE0E, 0xFE0F, *range(0x1F3FB, 0x1F400)))
"""How an emoji is to be drawn, and in which colour of skin: with or without, it is the same."""
BEFORE = frozenset(("le", "la", "les", "un", "une", "des", "du", "mon", "ma", "mes", "notre", "nos"))
"""What stands before a noun and says nothing of it: "le travail", "du travail" and "travail" are one word."""
SHORTEST = 4
"""Letters from which a last -s or -x may be a plural's: "cas", "bus" and "os" are whole."""


def key(word: str) -> str:
    """Return what two spellings of the same word have in common."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(LIGATURES).translate(UNSEEN))
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(_singular(part) for part in _bare(plain).split())


def _bare(words: str) -> str:
    """Return the words without the article before them, as long as something is left."""
    left = re.sub(r"^\s*(?:de\s+(?=la\b|l'))?(?:[ld]')?", "", words)
    first, *rest = left.split() or [""]
    return " ".join(rest if first in BEFORE and rest else [first, *rest]) or words


def _singular(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < SHORTEST or word in KEPT or word.endswith("ss"):
        return word
    if word.endswith("aux") and not word.endswith(("eaux", "yaux")):
        return word[:-3] + "al"
    return word[:-1] if word.endswith(("s", "x")) else word
