"""Makes the TTF that the PDF is set in: subsets joined again, and the few signs that the typeface lacks drawn in its own weight."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

Stroke = tuple[tuple[int, int], ...]
SIGNS: dict[str, tuple[int, tuple[Stroke, ...]]] = {
    "✓": (660, (((90, 330), (250, 150), (570, 590)),)),
    "→": (820, (((80, 320), (720, 320)), ((480, 560), (720, 320), (480, 80)))),
    "←": (820, (((740, 320), (100, 320)), ((340, 560), (100, 320), (340, 80)))),
}
"""Advance width and strokes, in thousandths of the type size."""
NARROW_SPACES = {"\u202f": 0.7, "\u2009": 0.7}
"""French needs a narrow no-break space; a share of the ordinary space."""


def merge_subsets(sources: list[Path], target: Path, with_symbols: bool) -> None:
    """Write the glyphs of all the sources into one TTF."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        plain = [_as_ttf(source, Path(scratch) / f"{place}.ttf") for place, source in enumerate(sources)]
        font = Merger().merge([str(path) for path in plain]) if len(plain) > 1 else TTFont(plain[0])
        if with_symbols:
            _add_narrow_spaces(font)
            _add_signs(font)
        font.recalcTimestamp = False  # the same sources give the same bytes
        font.save(target)


def _as_ttf(source: Path, target: Path) -> Path:
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    font.save(target)
    return target


def _add_narrow_spaces(font: TTFont) -> None:
    advance = font["hmtx"]["space"][0]
    for sign, share in NARROW_SPACES.items():
        _add(font, sign, TTGlyphPen(None).glyph(), round(advance * share))


def _add_signs(font: TTFont) -> None:
    glyf = font["glyf"]
    thickness = glyf["hyphen"].yMax - glyf["hyphen"].yMin
    for sign, (advance, strokes) in SIGNS.items():
        pen = TTGlyphPen(None)
        for stroke in strokes:
            _draw(pen, stroke, thickness)
        _add(font, sign, pen.glyph(), advance)


def _draw(pen: TTGlyphPen, stroke: Stroke, thickness: int) -> None:
    """Each segment is a rectangle lengthened by half its thickness, so that two meet without a notch; filled by non-zero winding."""
    half = thickness / 2
    for (x1, y1), (x2, y2) in pairwise(stroke):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        along = ((x2 - x1) / length * half, (y2 - y1) / length * half)
        across = (-along[1], along[0])
        corners = [(x1, y1, -1, -1), (x1, y1, -1, 1), (x2, y2, 1, 1), (x2, y2, 1, -1)]
        points = [(round(x + a * along[0] + c * across[0]), round(y + a * along[1] + c * across[1])) for x, y, a, c in corners]
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()


def _add(font: TTFont, sign: str, glyph, advance: int) -> None:
    if ord(sign) in font.getBestCmap():
        return
    name = f"uni{ord(sign):04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, getattr(glyph, "xMin", 0))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[ord(sign)] = name
