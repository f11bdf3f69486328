"""Icons, drawn in the page itself: `icon("clock")` in a template, always beside a word."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

FOLDER = Path(__file__).resolve().parents[2] / "static" / "vendor" / "lucide"
OPENING = '<svg class="icon" width="1.25em" height="1.25em" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
OPENING += 'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'


@cache
def icon(name: str) -> Markup:
    """Return the icon as SVG, 1.25 em high, hidden from screen readers; raises KeyError for a name that is not in static/vendor/lucide."""
    path = FOLDER / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        raise KeyError(name)
    drawing = re.search(r"<svg\b[^>]*>(.*)</svg>", path.read_text(encoding="utf-8"), re.DOTALL)
    if drawing is None:
        raise KeyError(name)
    return Markup(OPENING + " ".join(drawing[1].split()) + "</svg>")
