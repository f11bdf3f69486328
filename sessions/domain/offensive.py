"""Aliases that would hurt somebody on the big screen. A short list of whole words and stems, compared without case, accents or doubled letters.

A list never catches everything: the counsellor can rename or remove anyone at any time.
"""

import re

from .people import alias_key

STEMS = (
    "connard", "conard", "conasse", "salope", "salaud", "enculé", "encule", "enfoire", "putain", "pute", "niquetamere", "niquetar", "ntm", "fdp",
    "filsdepute", "pede", "pedale", "tapette", "gouine", "tarlouze", "negre", "negro", "bougnoul", "bicot", "youpin", "sarrazin", "chinetoque",
    "niakoue", "crouille", "hitler", "nazi", "heilhitler", "daesh", "batard", "trisomique", "mongol", "gogol", "attarde", "bite", "couille", "chatte",
    "branleur", "sucemoi", "nique", "merde", "penis", "vagin", "porno", "violeur", "pedophile", "grossevache", "boudin", "fuck", "bitch", "nigger",
    "nigga", "whore", "faggot", "retard", "cunt", "asshole", "dick", "pussy", "kkk",
)  # fmt: skip
WHOLE = frozenset({"con", "conne", "cons", "pd", "cul", "sexe", "seins", "zob", "tg", "bite", "pute", "dick", "mongol", "retard", "chatte",
                   "boudin", "nique", "merde", "ntm", "fdp", "pede", "kkk", "gogol", "bicot", "negro"})  # fmt: skip
LOOKALIKES = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i"})


def _squeezed(text: str) -> str:
    return re.sub(r"(.)\1+", r"\1", text)


SQUEEZED_WHOLE = frozenset(_squeezed(word) for word in WHOLE)
SQUEEZED_STEMS = frozenset(_squeezed(alias_key(stem)) for stem in STEMS)
ANYWHERE = re.compile("|".join(re.escape(_squeezed(alias_key(stem))) for stem in STEMS if len(stem) >= 6))


def is_offensive(alias: str) -> bool:
    """Whether the alias holds an insult: whole words first, then stems of six letters or more anywhere in it."""
    plain = alias.translate(LOOKALIKES)
    words = {_squeezed(alias_key(word)) for word in re.split(r"[\s_\-.]+", plain)}
    joined = _squeezed(alias_key(plain))
    return bool(words & SQUEEZED_WHOLE) or joined in SQUEEZED_STEMS or ANYWHERE.search(joined) is not None
