"""What an author writes, and what a drawn phone sends: nothing but a yes. A no is the frame's own « je passe »."""

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from workshop.exercises.contract import Answer, Specification


class DrawSpecification(Specification):
    task: str = Field(
        default="", title="Ce que fait la personne", description="Dit seulement à la personne tirée au sort : « Lis ta première phrase. »", max_length=160
    )


class DrawAnswer(Answer):
    decision: Literal["go"]


def public(specification: DrawSpecification) -> Mapping[str, Any]:
    """Return the prompt, the task and what the frame's two buttons say here."""
    return {"prompt": specification.prompt, "task": specification.task, "send": "J’y vais", "pass": "Je passe, sans raison"}


def check(specification: DrawSpecification, answer: DrawAnswer) -> None:
    """Nothing more to refuse: whether this person was drawn is known to the deal."""


def in_words(specification: DrawSpecification, answer: DrawAnswer) -> str:
    return "J’y vais"
