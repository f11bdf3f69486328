"""Words in five sizes, most frequent first, forty at most."""

from dataclasses import dataclass

from ..model import Cloud
from .measures import size

MOST = 40


@dataclass(frozen=True)
class SizedWord:
    text: str
    count: int
    size: int
    """1 (said least) to 5."""


@dataclass(frozen=True)
class CloudLayout:
    words: tuple[SizedWord, ...]
    hidden: int
    size: str


def laid_out(figure: Cloud) -> CloudLayout:
    shown = figure.words[:MOST]
    most = max((word.count for word in shown), default=1)
    words = tuple(SizedWord(word.text, word.count, _step(word.count, most)) for word in shown)
    return CloudLayout(words, len(figure.words) - len(shown), size(sum(len(word.text) for word in shown), 60, 180, 300))


def _step(count: int, most: int) -> int:
    """Return 1 to 5 by the square root, so that the area of a word, and not its height, says how often it came."""
    return 3 if most <= 1 else max(1, round(5 * (count / most) ** 0.5))
