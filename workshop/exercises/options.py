"""Lettered options to choose from: what a question with a right answer and an opinion poll have in common."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict, Field

from .contract import Answer, AnswerRefused, Hand

LETTERS = "ABCDEFGH"


class Option(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    label: str = Field(title="Texte", min_length=1, max_length=120)

    @property
    def said(self) -> str:
        """What the option is called in words, wherever its letter alone would not do."""
        return self.label


class Chosen(Answer):
    """The keys of the options that were chosen."""

    choices: tuple[str, ...] = Field(min_length=1, max_length=len(LETTERS))


class WithOptions(Protocol):
    """A specification that offers options."""

    prompt: str
    options: Sequence[Option]
    multiple: bool


def tell_apart(options: Sequence[Option]) -> None:
    """Raise ValueError, for the author, where two options have the same key."""
    if len({option.key for option in options}) < len(options):
        raise ValueError("options : deux réponses ont le même identifiant ; donnez un identifiant différent à chacune")


def public(specification: WithOptions) -> Mapping[str, Any]:
    """Return the prompt, each option's key and label, and whether several may be chosen: never what is right."""
    return {
        "prompt": specification.prompt,
        "multiple": specification.multiple,
        "options": [{"key": option.key, "label": option.said} for option in specification.options],
    }


def check(specification: WithOptions, answer: Chosen) -> None:
    """Refuse an unknown or doubled option, and several where one is asked."""
    if not set(answer.choices) <= {option.key for option in specification.options}:
        raise AnswerRefused("Cette réponse ne fait pas partie des choix. Recharge la page et choisis à nouveau.")
    if len(set(answer.choices)) < len(answer.choices):
        raise AnswerRefused("Un choix est compté deux fois. Choisis à nouveau.")
    if not specification.multiple and len(answer.choices) > 1:
        raise AnswerRefused("Une seule réponse est possible ici. Garde celle que tu préfères.")


def in_words(specification: WithOptions, answer: Chosen) -> str:
    """Return the labels that were chosen, in the author's order."""
    return ", ".join(option.said for option in specification.options if option.key in answer.choices)


def together(specification: WithOptions, answers: Sequence[Chosen]) -> Chosen | None:
    """Return all the choices as one person's, where several may be chosen."""
    return Chosen(choices=tuple(key for answer in answers for key in answer.choices)) if specification.multiple else None


def hands(specification: WithOptions) -> Mapping[str, Hand]:
    """Return one hand per option."""
    return {option.key: Hand(option.said, Chosen(choices=(option.key,))) for option in specification.options}
