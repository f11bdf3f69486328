"""The order in which people are listed."""

import re

from sessions.domain.people import alias_key


def alias_order(alias: str) -> list[str | int]:
    """Return what aliases are sorted by: without accents or case, and "Lynx 2" before "Lynx 10"."""
    return [int(piece) if piece.isdecimal() else piece for piece in re.split(r"(\d+)", alias_key(alias))]
