"""What an author writes, and what may be known before the reveal. What a phone sends is that of any options: see `workshop/exercises/options.py`."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import Field, model_validator

from workshop.exercises import options as lettered
from workshop.exercises.contract import Specification
from workshop.exercises.options import LETTERS, Option, tell_apart
from workshop.exercises.picture import HEAVIEST, Picture


class ChoiceOption(Option):
    label: str = Field(default="", title="Texte", description="Peut rester vide si l’image suffit.", max_length=120)
    picture: Picture | None = Field(default=None, title="Image", description="Avec le texte, ou à sa place.")
    right: bool = Field(default=False, title="Bonne réponse")
    explanation: str = Field(default="", title="Explication", description="Dite à qui l’a choisie : pourquoi oui, pourquoi non.", max_length=240)

    @model_validator(mode="after")
    def _can_be_seen(self) -> Self:
        if not self.label and self.picture is None:
            raise ValueError("label : cette réponse n’a ni texte ni image ; donnez l’un des deux, ou les deux")
        return self

    @property
    def said(self) -> str:
        return self.label or self.picture.description


class ChoiceSpecification(Specification):
    options: tuple[ChoiceOption, ...] = Field(title="Réponses possibles", min_length=2, max_length=len(LETTERS))
    multiple: bool = Field(default=False, title="Plusieurs réponses", description="Cochez si plusieurs réponses sont à trouver.")
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde, affichée sous le résultat.", max_length=280)

    @model_validator(mode="after")
    def _right_ones(self) -> Self:
        tell_apart(self.options)
        rights = len(self.rights)
        if rights == 0:
            raise ValueError("options : aucune bonne réponse ; écrivez « right: true » sur celle qui est juste")
        if rights > 1 and not self.multiple:
            raise ValueError("options : plusieurs bonnes réponses ; écrivez « multiple: true » ou n’en gardez qu’une")
        if len({option.said.casefold() for option in self.options}) < len(self.options):
            raise ValueError("options : deux réponses disent la même chose ; écrivez deux textes différents ou n’en gardez qu’une")
        return self

    @model_validator(mode="after")
    def _is_light(self) -> Self:
        """A whole group loads the question in the same second: all its pictures together weigh no more than one alone may."""
        if sum(len(option.picture.image) for option in self.options if option.picture) > HEAVIEST:
            raise ValueError("options : les images sont trop lourdes pour les téléphones ; 60 ko au plus pour toutes ensemble, réduisez-les")
        return self

    @property
    def rights(self) -> tuple[ChoiceOption, ...]:
        """The options to be found, in the author's order."""
        return tuple(option for option in self.options if option.right)


def public(specification: ChoiceSpecification) -> Mapping[str, Any]:
    """Return the prompt and the options with their texts and pictures: never what is right."""
    shown = lettered.public(specification)
    pairs = zip(shown["options"], specification.options, strict=True)
    return {**shown, "options": [{**told, "text": option.label, "picture": _seen(option.picture)} for told, option in pairs]}


def _seen(picture: Picture | None) -> Mapping[str, Any] | None:
    if picture is None:
        return None
    return {"address": picture.address, "description": picture.description, "width": picture.width, "height": picture.height}
