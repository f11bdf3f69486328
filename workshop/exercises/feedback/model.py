"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import Field, field_validator

from workshop.exercises.author import SELDOM
from workshop.exercises.contract import Answer, AnswerRefused, Hand, Specification
from workshop.exercises.faces import faces
from workshop.exercises.free_text import OneLine


@dataclass(frozen=True)
class Face:
    value: int
    label: str
    symbol: str
    """One character that every typeface has, always beside the label."""
    drawing: str


WORDS = (("Pas utile", "−"), ("Un peu utile", "="), ("Très utile", "+"))
FACES = tuple(Face(value, label, symbol, path) for value, ((label, symbol), path) in enumerate(zip(WORDS, faces(3), strict=True), 1))


class FeedbackSpecification(Specification):
    max_length: int = Field(
        default=200, title="Longueur des textes", description="En lettres, pour chacun des deux textes.",
        ge=20, le=500, json_schema_extra=SELDOM,
    )  # fmt: skip

    @property
    def faces(self) -> tuple[Face, ...]:
        """The same three everywhere, so that sessions can be compared."""
        return FACES


class FeedbackAnswer(Answer):
    useful: int = Field(ge=1, le=3)
    keep: OneLine = ""
    unclear: OneLine = ""

    @field_validator("useful", mode="before")
    @classmethod
    def _is_a_number(cls, value: Any) -> Any:
        if value is True or value is False:
            raise ValueError("Choisis un visage, puis envoie.")
        return value


def public(specification: FeedbackSpecification) -> Mapping[str, Any]:
    """Return the prompt, the three faces and the size of the fields; there is nothing to hide."""
    faces = [{"value": face.value, "label": face.label, "drawing": face.drawing} for face in FACES]
    return {"prompt": specification.prompt, "faces": faces, "max_length": specification.max_length}


def check(specification: FeedbackSpecification, answer: FeedbackAnswer) -> None:
    """Refuse a text that is too long."""
    if max(len(answer.keep), len(answer.unclear)) > specification.max_length:
        raise AnswerRefused(f"Un texte est trop long. Garde {specification.max_length} lettres au plus et renvoie.")


def in_words(specification: FeedbackSpecification, answer: FeedbackAnswer) -> str:
    said = [FACES[answer.useful - 1].label]
    said += [f"je garde : {answer.keep}"] if answer.keep else []
    said += [f"pas clair : {answer.unclear}"] if answer.unclear else []
    return "\u202f; ".join(said)


def texts(answer: FeedbackAnswer) -> Sequence[str]:
    return tuple(text for text in (answer.keep, answer.unclear) if text)


def without(answer: FeedbackAnswer, is_hidden: Callable[[str], bool]) -> FeedbackAnswer | None:
    """Return the answer with its hidden texts left empty; the face always stays."""
    keep, unclear = ("" if text and is_hidden(text) else text for text in (answer.keep, answer.unclear))
    return FeedbackAnswer(useful=answer.useful, keep=keep, unclear=unclear)


def hands(specification: FeedbackSpecification) -> Mapping[str, Hand]:
    return {str(face.value): Hand(face.label, FeedbackAnswer(useful=face.value)) for face in FACES}
