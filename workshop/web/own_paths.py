"""Where to go after signing in: only to a page of this site."""

import re
from urllib.parse import urlsplit

_OUTSIDE = re.compile(r"[\x00-\x20\\\x7f]")


def is_own_path(target: str) -> bool:
    """Whether a browser would stay here: "/groupes?x=1" does; "//elsewhere", "/\\elsewhere" and "https:…" do not."""
    if not target.startswith("/") or target.startswith("//") or _OUTSIDE.search(target):
        return False
    parts = urlsplit(target)
    return not parts.scheme and not parts.netloc
