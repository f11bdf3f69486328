"""Names pasted from a spreadsheet, an e-mail or a list typed by hand."""

import re
import unicodedata

MAX_LENGTH = 80
_BULLET = re.compile(r"^(?:\d{1,3}(?:\s*[.)°]|\s)|[-–—•*·])\s*")


def names_in(pasted: str) -> list[str]:
    """Return the names, one a line, in order, each once: without bullets, numbers or doubled spaces; columns are joined by a space."""
    found: dict[str, str] = {}
    for line in pasted.splitlines():
        name = _tidy(line)
        if name:
            found.setdefault(name.casefold(), name)
    return list(found.values())


def _tidy(line: str) -> str:
    line = unicodedata.normalize("NFC", line).replace(";", " ").replace("\t", " ").strip()
    return " ".join(_BULLET.sub("", line).split())[:MAX_LENGTH].strip()
