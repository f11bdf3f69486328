"""What an author writes. What a phone sends and what it may know is that of any options: see `workshop/exercises/options.py`."""

from typing import Self

from pydantic import Field, model_validator

from workshop.exercises.contract import Specification
from workshop.exercises.options import LETTERS, Option, tell_apart


class ChoiceOption(Option):
    right: bool = Field(default=False, title="Bonne réponse")
    explanation: str = Field(default="", title="Explication", description="Dite à qui l’a choisie : pourquoi oui, pourquoi non.", max_length=240)


class ChoiceSpecification(Specification):
    options: tuple[ChoiceOption, ...] = Field(title="Réponses possibles", min_length=2, max_length=len(LETTERS))
    multiple: bool = Field(default=False, title="Plusieurs réponses", description="Cochez si plusieurs réponses sont à trouver.")
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde, affichée sous le résultat.", max_length=280)

    @model_validator(mode="after")
    def _right_ones(self) -> Self:
        tell_apart(self.options)
        rights = sum(option.right for option in self.options)
        if rights == 0:
            raise ValueError("options : aucune bonne réponse ; écrivez « right: true » sur celle qui est juste")
        if rights > 1 and not self.multiple:
            raise ValueError("options : plusieurs bonnes réponses ; écrivez « multiple: true » ou n’en gardez qu’une")
        return self
