"""How much room the screen leaves to the texts of a result, under what was asked and above what is said of it.

The numbers are those of static/css/screen.css, and tests/e2e/test_crowded_screens.py holds both together.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.figures.filling import LINE, Space
from workshop.figures.letters import lines_of, words_of

TEXT = 2.3
"""The letters of the screen, in rem."""


LEAST_FIT = 0.6
"""See static/js/screen/fit.js."""


@dataclass(frozen=True)
class Beam:
    """What a shape of projector has between head and foot, in rem, and how far letters may shrink there and still be read from the back."""

    width: float
    height: float
    fit: float


BEAMS = (Beam(75.3, 46, fit=1), Beam(76.6, 31, fit=0.75))
"""1024 × 768, whose letters are no smaller than ever, and 1920 × 1080: there they are as high on the wall at three quarters."""


@dataclass(frozen=True)
class Setting:
    """How what stands around the figures is set, in rem: what was asked, and what is said of it."""

    asked: float
    asked_line: float
    widest: float
    said: float
    said_line: float
    around: float
    gap: float


USUAL = Setting(asked=3.6, asked_line=1.12, widest=66, said=2.1, said_line=1.25, around=2.2, gap=2.2)
OF_PAGES = Setting(asked=2.6, asked_line=1.12, widest=1000, said=1.9, said_line=1.25, around=1.2, gap=1.2)
BESIDE_SAID = 4.3
BETWEEN_FIGURES = 3


def spaces(asked: str, said: str, setting: Setting, figures: int = 1, shrunk: float = 1) -> Sequence[Space]:
    """Return what each shape of beam leaves to one of so many figures, in em of the screen's letters, which may be `shrunk` beyond what is usual."""
    return [_space(beam, asked, said, setting, figures, max(LEAST_FIT, beam.fit * shrunk)) for beam in BEAMS]


def _space(beam: Beam, asked: str, said: str, setting: Setting, figures: int, fit: float) -> Space:
    width, height = beam.width / fit, beam.height / fit
    height -= _lines(asked, min(width, setting.widest / fit), setting.asked) * setting.asked * setting.asked_line + setting.gap
    if said:
        height -= _lines(said, width - BESIDE_SAID, setting.said) * setting.said * setting.said_line + setting.around + setting.gap
    across = min(figures, 2)
    down = -(-figures // 2) if figures > 2 else 1
    return Space((width - BETWEEN_FIGURES * (across - 1)) / across / TEXT, max(LINE, (height - BETWEEN_FIGURES * (down - 1)) / down / TEXT))


def _lines(text: str, width: float, size: float) -> int:
    return lines_of(words_of(text), width / size)
