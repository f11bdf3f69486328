"""Participants: who is in the room, under which alias."""

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from random import Random

from .refusals import Refusal

MAX_ALIAS = 24
MAX_ON_DEVICE = 3


class Kind(StrEnum):
    PHONE = "phone"
    BY_HAND = "by_hand"
    """Added by the counsellor, without a phone."""


@dataclass(frozen=True)
class Participant:
    id: int
    live_id: int
    alias: str
    resume_code: str
    device: str
    kind: Kind
    joined_at: datetime
    left_at: datetime | None = None
    """Since when the phone is away; None while it is there."""
    removed_at: datetime | None = None
    untimed: bool = False
    """True where a counsellor lifted every timer for this person."""


def alias_key(alias: str) -> str:
    """Return what two aliases are compared by: case, accents and spaces do not count."""
    plain = unicodedata.normalize("NFKD", alias)
    return re.sub(r"[^a-z0-9]", "", "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold())


def clean_alias(raw: str) -> str:
    """Return the alias as it is shown; raises Refusal where it is empty, too long or has no letter."""
    alias = " ".join("".join(letter for letter in raw if letter.isprintable()).split())
    if not alias_key(alias) and not any(letter.isalnum() for letter in alias):
        raise Refusal("alias_empty")
    if len(alias) > MAX_ALIAS:
        raise Refusal("alias_long")
    return alias


ANIMALS = ("Lynx", "Renard", "Hibou", "Dauphin", "Castor", "Faucon", "Panda", "Koala", "Phoque", "Chamois", "Colibri", "Merle", "Bison", "Cerf",
           "Loup", "Tigre", "Héron", "Zèbre", "Puma", "Narval")  # fmt: skip
QUALITIES = ("calme", "agile", "rapide", "tranquille", "habile", "solide", "sympa", "fidèle", "sage", "libre", "magique", "drôle", "unique",
             "tenace", "robuste", "sincère", "souple", "utile", "énergique", "honnête")  # fmt: skip


Taken = Callable[[Collection[str]], Collection[str]]
"""Returns those of the alias keys that are taken: asked for a handful at once, for a room may be large."""
HIGHEST_NUMBERS = (1, 1, 1, 1, 99, 99, 9999, 9999)
"""For each idea the highest number it may carry; 1 is no number. The later ones are for rooms that have used up the 400 plain aliases."""


def alias_ideas(random: Random) -> list[str]:
    """Return a handful of aliases such as "Lynx calme" or "Lynx calme 27", the simple ones first, free or not."""
    pairs = [(f"{random.choice(ANIMALS)} {random.choice(QUALITIES)}", highest) for highest in HIGHEST_NUMBERS]
    return [alias if highest == 1 else f"{alias} {random.randint(2, highest)}" for alias, highest in pairs]


def generated_alias(random: Random, taken: Taken) -> str:
    """Return a free alias such as "Lynx calme"."""
    while True:
        free = _first_free(alias_ideas(random), taken)
        if free is not None:
            return free


def other_alias(alias: str, taken: Taken) -> str:
    """Return the alias to suggest when the wished one is taken: "Inès B", and where all letters are taken, a generated one."""
    return _first_free([f"{alias} {letter}" for letter in "BCDEFGHKLMNPRST"], taken) or generated_alias(Random(alias), taken)


def _first_free(aliases: Sequence[str], taken: Taken) -> str | None:
    gone = taken([alias_key(alias) for alias in aliases])
    return next((alias for alias in aliases if alias_key(alias) not in gone), None)
