"""How large a slide can be written on the screen, which never scrolls: the largest letters in which everything stands.

An estimate in rem of the screen (about 1/47 of its height), on the safe side: wide letters, a title that breaks early, the foot with its code.
"""

from collections.abc import Sequence
from math import ceil

SIZES = {"large": 2.6, "medium": 2.2, "small": 1.8, "smallest": 1.5}
"""Letter sizes in rem; the smallest is 34 pixels on a screen of 1080 lines, still read at six metres. The same in style.css."""
WIDTH, HEIGHT = 70, 28.5
"""What is left between the screen's head and its foot, title included."""
BESIDE = 38
"""Width for the texts where a picture or a video stands beside them."""
TITLE_LETTERS, TITLE_LINE = 30, 3.9
LETTER, LINE, GAP = 0.54, 1.25, 0.5
"""Width of a letter, height of a line and space between two blocks, in the size of the letters."""
EDGES = 1
"""Space inside the block of what is to be kept, in the size of the letters."""


def fitting(title: str, blocks: Sequence[str], takeaway: str = "", link: str = "", width: float = WIDTH) -> str | None:
    """Return the largest size in which all of it stands; None where not even the smallest does."""
    left = HEIGHT - ceil(len(title) / TITLE_LETTERS) * TITLE_LINE
    texts = [*blocks, *filter(None, (takeaway, link))]
    return next((name for name, size in SIZES.items() if size * (_lines(size, texts, width) + bool(takeaway) * EDGES) <= left), None)


def _lines(size: float, texts: Sequence[str], width: float) -> float:
    letters = width / (LETTER * size)
    return sum(ceil(len(text) / letters) * LINE for text in texts) + GAP * max(len(texts) - 1, 0)
