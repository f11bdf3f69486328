"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

from pydantic import Field, field_validator, model_validator

from workshop.exercises.author import SELDOM
from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.free_text import FewLines

OPEN_END = " .…"
"""What shows that a beginning goes on; the field starts without it."""


class TextSpecification(Specification):
    max_length: int = Field(default=280, title="Longueur", description="En lettres, le début de phrase compris.", ge=20, le=1000, json_schema_extra=SELDOM)
    rows: int = Field(default=3, title="Hauteur du champ", description="En lignes.", ge=1, le=8, json_schema_extra=SELDOM)
    starter: str = Field(default="", title="Début de phrase", description="Déjà écrit dans le champ : « Bonjour, je… »", max_length=80)

    @model_validator(mode="after")
    def _room_to_go_on(self) -> Self:
        if self.starter and len(self.starter) > self.max_length - 10:
            raise ValueError("starter : le début de phrase prend toute la place ; raccourcissez-le ou augmentez max_length")
        return self

    @property
    def opening(self) -> str:
        """The beginning as it stands in the field, ready to be gone on with: "Bonjour, je "."""
        bare = self.starter.rstrip(OPEN_END)
        return f"{bare} " if bare else ""


class TextAnswer(Answer):
    text: FewLines

    @field_validator("text")
    @classmethod
    def _something(cls, text: str) -> str:
        if not text:
            raise ValueError("Écris quelque chose avant d’envoyer.")
        return text


def public(specification: TextSpecification) -> Mapping[str, Any]:
    """Return the prompt, the beginning of the sentence and the size of the field; there is nothing to hide."""
    return {
        "prompt": specification.prompt,
        "starter": specification.starter,
        "opening": specification.opening,
        "max_length": specification.max_length,
        "rows": specification.rows,
    }


def check(specification: TextSpecification, answer: TextAnswer) -> None:
    """Refuse a text that is too long, and a beginning that was not gone on with."""
    over = len(answer.text) - specification.max_length
    if over > 0:
        raise AnswerRefused(f"Ton texte est trop long. Enlève au moins {over} lettre{'s' if over > 1 else ''} et renvoie.")
    if specification.opening and answer.text.rstrip(OPEN_END).casefold() == specification.opening.strip().casefold():
        raise AnswerRefused("La phrase est commencée. Écris la suite et renvoie.")


def in_words(specification: TextSpecification, answer: TextAnswer) -> str:
    return answer.text


def texts(answer: TextAnswer) -> Sequence[str]:
    return (answer.text,)


def without(answer: TextAnswer, is_hidden: Callable[[str], bool]) -> TextAnswer | None:
    """Return the answer, or None where its text is hidden."""
    return None if is_hidden(answer.text) else answer
