"""How recent a job is, from the few words in which somebody wrote when: "juin à août 2025", "depuis 2023", "06/2024", "été 2022"."""

import re
import unicodedata

MONTHS = (
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
)  # fmt: skip
SEASONS = {"hiver": 2, "printemps": 5, "ete": 8, "rentree": 9, "automne": 11, "noel": 12}
ONGOING = re.compile(r"\b(en ce moment|aujourd.hui|en cours|actuel\w*|maintenant|depuis|a ce jour)\b")
NEVER_OVER = (9999, 12)
UNDATED = (0, 0)


def how_recent(text: str) -> tuple[int, int]:
    """Return the year and month in which it ended (0 where the month is not told): later is newer. What goes on is newest, what bears no year oldest."""
    plain = "".join(letter for letter in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(letter))
    if ONGOING.search(plain):
        return NEVER_OVER
    years = [int(year) for year in re.findall(r"(?<!\d)(19\d\d|20\d\d)(?!\d)", plain)]
    return (max(years), _last_month(plain)) if years else UNDATED


def _last_month(plain: str) -> int:
    """Return the last month that is named, 1 to 12, or 0."""
    named = {**{month: number for number, month in enumerate(MONTHS, 1)}, **SEASONS}
    pattern = rf"\b({'|'.join(named)})\b|(?<!\d)(0?[1-9]|1[0-2])/(?:19|20)\d\d"
    found = [named[word] if word else int(number) for word, number in re.findall(pattern, plain)]
    return found[-1] if found else 0
