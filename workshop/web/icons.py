"""Icons, drawn in the page itself: `icon("clock")` in a template, always beside a word."""

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

FOLDER = Path(__file__).resolve().parents[2] / "static" / "vendor" / "lucide"
OPENING = '<svg class="icon" width="1.25em" height="1.25em" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
OPENING += 'stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">'


ENDING = "</svg>"


@cache
def icon(name: str) -> Markup:
    """Return the icon as SVG, 1.25 em high, hidden from screen readers; raises KeyError for a name that is not in static/vendor/lucide."""
    return Markup(OPENING + _drawing(name) + ENDING)


@cache
def icon_kept(name: str) -> Markup:
    """Return the drawing for a page to keep, unseen: what is pushed to many phones then shows it with `icon_shown` and stays small."""
    return Markup(f'<svg hidden><symbol id="icon-{name}" viewBox="0 0 24 24">{_drawing(name)}</symbol></svg>')


@cache
def icon_shown(name: str) -> Markup:
    """Return the icon as `icon` does, drawn from what the page keeps; raises KeyError for an unknown name."""
    _drawing(name)
    return Markup(f'{OPENING}<use href="#icon-{name}"/>{ENDING}')


def _drawing(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    if not re.fullmatch(r"[a-z0-9-]+", name) or not path.is_file():
        raise KeyError(name)
    drawing = re.search(r"<svg\b[^>]*>(.*)</svg>", path.read_text(encoding="utf-8"), re.DOTALL)
    if drawing is None:
        raise KeyError(name)
    return " ".join(drawing[1].split())
