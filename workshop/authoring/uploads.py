"""A picture that an author chose, made ready to travel inside the specification: its address and its measures, read from the file's first bytes."""

import base64
import re
from dataclasses import dataclass

from workshop.exercises.picture import HEAVIEST

TOO_HEAVY = "Cette image est trop lourde. Choisissez une image de moins de 60 ko, ou réduisez-la."
UNKNOWN = "Ce fichier n’est pas une image que l’on peut montrer. Choisissez une image PNG, JPEG, WebP ou SVG."
FRAMES = (b"\xc0", b"\xc1", b"\xc2", b"\xc3", b"\xc5", b"\xc6", b"\xc7", b"\xc9", b"\xca", b"\xcb", b"\xcd", b"\xce", b"\xcf")
"""The JPEG segments that begin a frame (ITU T.81): they hold the picture's size."""


class Unusable(ValueError):
    """The message is French and says what to do."""


@dataclass(frozen=True)
class Uploaded:
    image: str
    """As `Picture.image` wants it."""
    width: int
    height: int


def uploaded(content: bytes) -> Uploaded:
    """Return the picture; raises Unusable."""
    found = _svg(content) or _bitmap(content)
    if found is None:
        raise Unusable(UNKNOWN)
    if len(found.image) > HEAVIEST:
        raise Unusable(TOO_HEAVY)
    return found


def _svg(content: bytes) -> Uploaded | None:
    text = content.decode("utf-8", "ignore")
    begin = text.find("<svg")
    opening = re.match(r"<svg\b[^>]*>", text[begin:]) if 0 <= begin < 4000 else None
    if opening is None:
        return None
    box = re.search(r'viewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"', opening[0])
    sides = [re.search(rf'\s{side}="([\d.]+)(?:px)?"', opening[0]) for side in ("width", "height")]
    if box is None and None in sides:
        return None
    measures = (box[1], box[2]) if box else (sides[0][1], sides[1][1])
    try:
        width, height = (round(float(measure)) for measure in measures)
    except ValueError:
        return None
    return Uploaded(text[begin:].strip(), width, height)


def _bitmap(content: bytes) -> Uploaded | None:
    for kind, measure in (("png", _png), ("jpeg", _jpeg), ("webp", _webp)):
        size = measure(content)
        if size:
            return Uploaded(f"data:image/{kind};base64,{base64.b64encode(content).decode()}", *size)
    return None


def _png(content: bytes) -> tuple[int, int] | None:
    if not content.startswith(b"\x89PNG\r\n\x1a\n") or len(content) < 24:
        return None
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def _jpeg(content: bytes) -> tuple[int, int] | None:
    """Go from segment to segment until a frame begins."""
    at = 2 if content.startswith(b"\xff\xd8\xff") else len(content)
    while at + 9 < len(content) and content[at] == 0xFF:
        if content[at + 1 : at + 2] in FRAMES:
            return int.from_bytes(content[at + 7 : at + 9], "big"), int.from_bytes(content[at + 5 : at + 7], "big")
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return None


def _webp(content: bytes) -> tuple[int, int] | None:
    """Read the three kinds of WebP (RFC 9649): lossy, lossless, extended."""
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or len(content) < 30:
        return None
    if content[12:16] == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if content[12:16] == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(content[26:28], "little") & 0x3FFF, int.from_bytes(content[28:30], "little") & 0x3FFF
