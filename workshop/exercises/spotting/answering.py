"""What a phone sends, and what it may know before the reveal: the document and what can be touched, never what is wrong."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from workshop.exercises.contract import Answer, AnswerRefused

from .cutting import cut
from .model import MOST, SpottingSpecification

Name = Annotated[str, Field(max_length=20)]


class SpottingAnswer(Answer):
    """The ids of what was touched, in any order."""

    touched: tuple[Name, ...] = Field(min_length=1, max_length=MOST)


def public(specification: SpottingSpecification) -> Mapping[str, Any]:
    """Return the lines of the text in pieces (those that can be touched have an id), or the picture with its zones."""
    picture = specification.picture
    return {
        "prompt": specification.prompt,
        "lines": [
            [{"text": piece.text, "id": piece.passage.id if piece.passage else ""} for piece in line]
            for line in cut(specification.text, specification.passages)
        ],
        "length": len(specification.text),
        "picture": {"address": picture.address, "description": picture.description, "width": picture.width, "height": picture.height} if picture else None,
        "zones": [
            {"id": zone.id, "label": zone.label, "x": zone.x, "y": zone.y, "width": zone.width, "height": zone.height}
            for zone in specification.spots if picture
        ],
    }  # fmt: skip


def check(specification: SpottingSpecification, answer: SpottingAnswer) -> None:
    """Refuse what cannot be touched, and the same thing twice."""
    if not set(answer.touched) <= {spot.id for spot in specification.spots}:
        raise AnswerRefused("Cet endroit ne fait pas partie du document. Recharge la page et recommence.")
    if len(set(answer.touched)) < len(answer.touched):
        raise AnswerRefused("Un endroit est compté deux fois. Touche à nouveau.")


def in_words(specification: SpottingSpecification, answer: SpottingAnswer) -> str:
    """Return what was touched, in the order of reading."""
    return " ; ".join(spot.shown for spot in specification.spots if spot.id in answer.touched)
