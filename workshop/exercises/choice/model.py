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
    right: bool = Field(default=False, title="Bonne réponse")
    explanation: str = Field(default="", title="Explication", description="Dite à qui l’a choisie : pourquoi oui, pourquoi non.", max_length=240)


class ChoiceSpecification(Specification):
    options: tuple[Option, ...] = Field(title="Réponses possibles", min_length=2, max_length=8)
    multiple: bool = Field(default=False, title="Plusieurs réponses", description="Cochez si plusieurs réponses sont à trouver.")
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde, affichée sous le résultat.", max_length=280)

    @model_validator(mode="after")
    def _right_ones(self) -> Self:
        keys = [option.key for option in self.options]
        if len(set(keys)) < len(keys):
            raise ValueError("options : deux réponses ont le même identifiant ; donnez un identifiant différent à chacune")
        rights = sum(option.right for option in self.options)
        if rights == 0:
            raise ValueError("options : aucune bonne réponse ; écrivez « right: true » sur celle qui est juste")
        if rights > 1 and not self.multiple:
            raise ValueError("options : plusieurs bonnes réponses ; écrivez « multiple: true » ou n’en gardez qu’une")
        return self


class ChoiceAnswer(Answer):
    choices: tuple[str, ...] = Field(min_length=1, max_length=8)


def public(specification: ChoiceSpecification) -> Mapping[str, Any]:
    """Return prompt, options without what is right, and whether several may be chosen."""
    return {
        "prompt": specification.prompt,
        "multiple": specification.multiple,
        "options": [{"key": option.key, "label": option.label} for option in specification.options],
    }


def check(specification: ChoiceSpecification, answer: ChoiceAnswer) -> None:
    """Refuse an unknown or doubled option, and several where one is asked."""
    known = {option.key for option in specification.options}
    if not set(answer.choices) <= known:
        raise AnswerRefused("Cette réponse ne fait pas partie des choix. Recharge la page et choisis à nouveau.")
    if len(set(answer.choices)) < len(answer.choices):
        raise AnswerRefused("Un choix est compté deux fois. Choisis à nouveau.")
    if not specification.multiple and len(answer.choices) > 1:
        raise AnswerRefused("Une seule réponse est possible ici. Garde celle qui te semble juste.")


def in_words(specification: ChoiceSpecification, answer: ChoiceAnswer) -> str:
    return ", ".join(option.label for option in specification.options if option.key in answer.choices)


def hands(specification: ChoiceSpecification) -> Mapping[str, Hand]:
    return {option.key: Hand(option.label, ChoiceAnswer(choices=(option.key,))) for option in specification.options}
