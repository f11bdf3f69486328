"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Hand, Specification

LETTERS = "ABCDEFGH"


class Option(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    label: str = Field(title="Texte", min_length=1, max_length=120)


class PollSpecification(Specification):
    options: tuple[Option, ...] = Field(title="Réponses possibles", min_length=2, max_length=len(LETTERS))
    multiple: bool = Field(default=False, title="Plusieurs réponses", description="Cochez si chaque personne peut en choisir plusieurs.")

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        if len({option.key for option in self.options}) < len(self.options):
            raise ValueError("options : deux réponses ont le même identifiant ; donnez un identifiant différent à chacune")
        if len({option.label.casefold() for option in self.options}) < len(self.options):
            raise ValueError("options : deux réponses ont le même texte ; écrivez deux textes différents ou n’en gardez qu’une")
        return self


class PollAnswer(Answer):
    choices: tuple[str, ...] = Field(min_length=1, max_length=len(LETTERS))


def public(specification: PollSpecification) -> Mapping[str, Any]:
    """Return the prompt, the options and whether several may be chosen; there is nothing to hide."""
    return {
        "prompt": specification.prompt,
        "multiple": specification.multiple,
        "options": [{"key": option.key, "label": option.label} for option in specification.options],
    }


def check(specification: PollSpecification, answer: PollAnswer) -> None:
    """Refuse an unknown or doubled option, and several where one is asked."""
    known = {option.key for option in specification.options}
    if not set(answer.choices) <= known:
        raise AnswerRefused("Cette réponse ne fait pas partie des choix. Recharge la page et choisis à nouveau.")
    if len(set(answer.choices)) < len(answer.choices):
        raise AnswerRefused("Un choix est compté deux fois. Choisis à nouveau.")
    if not specification.multiple and len(answer.choices) > 1:
        raise AnswerRefused("Une seule réponse est possible ici. Garde celle que tu préfères.")


def in_words(specification: PollSpecification, answer: PollAnswer) -> str:
    return ", ".join(option.label for option in specification.options if option.key in answer.choices)


def hands(specification: PollSpecification) -> Mapping[str, Hand]:
    return {option.key: Hand(option.label, PollAnswer(choices=(option.key,))) for option in specification.options}
