"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import Field, field_validator

from workshop.exercises.author import SELDOM
from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.free_text import OneLine

from .joining import key

EDGES = " .,;:!?…\"“”«»()'’*_-–—•·"
"""What a keyboard or a habit puts around a word, and is not the word."""


class CloudSpecification(Specification):
    max_words: int = Field(default=3, title="Nombre de mots", description="Combien de mots chaque personne peut donner.", ge=1, le=5)
    max_length: int = Field(default=30, title="Longueur d’un mot", description="En lettres.", ge=10, le=60, json_schema_extra=SELDOM)


class CloudAnswer(Answer):
    words: tuple[OneLine, ...] = Field(max_length=20)

    @field_validator("words")
    @classmethod
    def _each_once(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        bare = [word.strip(EDGES) for word in words]
        kept = {key(word): word for word in reversed(bare) if word}
        if not kept:
            raise ValueError("Écris au moins un mot avant d’envoyer.")
        return tuple(reversed(kept.values()))


def public(specification: CloudSpecification) -> Mapping[str, Any]:
    """Return the prompt, how many words and of what length; there is nothing to hide."""
    return {"prompt": specification.prompt, "max_words": specification.max_words, "max_length": specification.max_length}


def check(specification: CloudSpecification, answer: CloudAnswer) -> None:
    """Refuse more words than asked for, and a word that is too long."""
    if len(answer.words) > specification.max_words:
        limit = "un seul mot" if specification.max_words == 1 else f"{specification.max_words} mots au plus"
        raise AnswerRefused(f"Il y a trop de mots. Garde {limit} et renvoie.")
    if any(len(word) > specification.max_length for word in answer.words):
        raise AnswerRefused(f"Un mot est trop long. Garde {specification.max_length} lettres au plus et renvoie.")


def in_words(specification: CloudSpecification, answer: CloudAnswer) -> str:
    return ", ".join(answer.words)


def texts(answer: CloudAnswer) -> Sequence[str]:
    return answer.words


def without(answer: CloudAnswer, is_hidden: Callable[[str], bool]) -> CloudAnswer | None:
    """Return the answer with the words that stay, or None where all are hidden."""
    left = tuple(word for word in answer.words if not is_hidden(word))
    return CloudAnswer(words=left) if left else None
