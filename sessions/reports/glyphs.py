"""Which characters the PDF's typefaces can show. PDF/UA refuses a document with a missing glyph, and a learner may write in any script."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import typst

from .cleaning import cleaned

VENDOR = Path(__file__).parents[2] / "static" / "vendor"
FOLDERS = (VENDOR / "atkinson" / "ttf", VENDOR / "emoji" / "ttf")
FAMILIES = '("Atkinson Hyperlegible Next", "Noto Emoji")'
MISSING = "□"
LOOKALIKES = str.maketrans({"☇": "⚡", "☈": "⚡", "\ufe0f": None})
"""Signs that the typefaces lack, by their nearest that they have."""
MOST_PROBED = 400
"""Beyond so many unusual characters, a text is taken for noise and they are all replaced."""


@cache
def typefaces() -> typst.Fonts:
    """Return the typefaces of the house, and typst's own for what they lack; never the machine's, so that a PDF is the same everywhere."""
    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder) for folder in FOLDERS])


def with_lookalikes(data: Any) -> Any:
    """Return the data with every text cleaned, and the signs of LOOKALIKES replaced."""
    return _map(data, lambda text: cleaned(text).translate(LOOKALIKES))


def with_missing_replaced(data: Any) -> Any:
    """Return the data with every character that no typeface has replaced by MISSING."""
    unusual: set[str] = set()
    _map(data, lambda text: unusual.update(letter for letter in text if ord(letter) > 0x17F) or text)
    shown = {letter for letter in unusual if _can_be_shown(letter)} if len(unusual) <= MOST_PROBED else set()
    return _map(data, lambda text: "".join(MISSING if letter in unusual and letter not in shown else letter for letter in text))


@lru_cache(maxsize=4096)
def _can_be_shown(letter: str) -> bool:
    source = f'#set document(title: "x")\n#set text(lang: "fr", font: {FAMILIES})\n#sys.inputs.letter'.encode()
    try:
        typst.compile(
            source, root=str(VENDOR), font_paths=typefaces(), ignore_system_fonts=True,
            format="pdf", pdf_standards="ua-1", sys_inputs={"letter": letter},
        )  # fmt: skip
    except typst.TypstError:
        return False
    return True


def _map(data: Any, change) -> Any:
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: _map(value, change) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_map(item, change) for item in data]
    return data
