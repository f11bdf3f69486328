"""What an author writes. What a phone sends and what it may know is that of any options: see `workshop/exercises/options.py`."""

from typing import Self

from pydantic import Field, model_validator

from workshop.exercises.contract import Specification
from workshop.exercises.options import LETTERS, Option, tell_apart


class PollSpecification(Specification):
    options: tuple[Option, ...] = Field(title="Réponses possibles", min_length=2, max_length=len(LETTERS))
    multiple: bool = Field(default=False, title="Plusieurs réponses", description="Cochez si chaque personne peut en choisir plusieurs.")

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        tell_apart(self.options)
        if len({option.label.casefold() for option in self.options}) < len(self.options):
            raise ValueError("options : deux réponses ont le même texte ; écrivez deux textes différents ou n’en gardez qu’une")
        return self
