"""French typography, once: narrow no-break space before ? ! ; %, no-break space before : and inside « », the right apostrophe."""

import re
import unicodedata

NARROW = "\u202f"
WIDE = "\u00a0"


def french(text: str) -> str:
    """Return the text with French spacing; running it twice changes nothing. Addresses (https://…) and hours (9:30) are left alone."""
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    # the quotes come first: the space that they bring tells that a colon before them ends a word ("a :»")
    text = re.sub(r"«[ \u00a0\u202f]*", "«" + WIDE, text)
    text = re.sub(r"[ \u00a0\u202f]*»", WIDE + "»", text)
    text = re.sub(r"[ \u00a0\u202f]+([?!;%€])", NARROW + r"\1", text)
    return re.sub(r"[ \u00a0\u202f]+:(?=\s|$)", WIDE + ":", text)


def unaccented(text: str) -> str:
    """Return the text in small letters without accents, as the alphabet orders it and a search finds it."""
    return "".join(letter for letter in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(letter))
