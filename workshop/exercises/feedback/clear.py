"""« Rien », written under « Ce qui n’est pas clair », says that all is clear: it is no point to come back to."""

import re
import unicodedata

NOTHING = frozenset((
    "rien", "rien du tout", "rien a dire", "rien de special", "rien a signaler", "ras", "r a s", "non", "non rien", "aucun", "aucune", "aucun point",
    "neant", "nada", "pas de question", "aucune question", "tout est clair", "tout etait clair", "tout clair", "c est clair", "c etait clair",
    "tout est bien", "tout va bien", "ca va", "c est bon", "tout est bon", "tout compris", "j ai tout compris",
))  # fmt: skip


def is_nothing(text: str) -> bool:
    """Return whether the text only says so, whatever its capitals, accents and signs."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", plain).strip() in NOTHING
