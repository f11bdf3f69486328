"""Cuts a text into the passages that can be touched and what stands between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from .spots import Passage

CLOSING = re.compile(r"[\u00a0\u202f]?[.,;:!?…)»]*")
"""What follows a passage closely and would be lost alone on the next line of a phone."""


@dataclass(frozen=True)
class Piece:
    """A part of a line: a passage with the signs that close it, or the text between two of them (`passage` is None)."""

    text: str
    passage: Passage | None = None


Line = tuple[Piece, ...]


def cut(text: str, passages: Sequence[Passage]) -> tuple[Line, ...]:
    """Return the lines of the text in pieces, empty lines left out; joined again, a line's pieces are the line.

    Raises ValueError, for the author, where a passage is not found, is found twice, or runs into another.
    """
    places = _places(text, passages)
    lines, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            lines.append(_pieces(text, start, end, [found for found in places if start <= found[0] < end]))
        start = end + 1
    return tuple(lines)


def _places(text: str, passages: Sequence[Passage]) -> list[tuple[int, Passage]]:
    places = sorted(((_place(text, passage.text), passage) for passage in passages), key=lambda found: found[0])
    for (start, passage), (after, other) in pairwise(places):
        if start + len(passage.text) > after:
            raise ValueError(f"passages : « {passage.text} » et « {other.text} » se chevauchent ; séparez-les")
    return places


def _place(text: str, passage: str) -> int:
    if "\n" in passage:
        raise ValueError(f"passages : « {passage.splitlines()[0]} » tient sur plusieurs lignes ; coupez-le en deux passages")
    if text.count(passage) != 1:
        count = text.count(passage)
        told = "n’est pas dans le texte ; recopiez-le lettre pour lettre" if count == 0 else f"y est {count} fois ; prenez quelques mots de plus"
        raise ValueError(f"passages : « {passage} » {told}")
    return text.index(passage)


def _pieces(text: str, start: int, end: int, places: list[tuple[int, Passage]]) -> Line:
    pieces = []
    limits = [*(place for place, _ in places), end][1:]
    for (place, passage), limit in zip(places, limits, strict=True):
        after = CLOSING.match(text, place + len(passage.text), limit).end()
        pieces += [Piece(text[start:place]), Piece(text[place:after], passage)]
        start = after
    return tuple(piece for piece in (*pieces, Piece(text[start:end])) if piece.text)
