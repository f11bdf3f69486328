"""What an author writes: a situation, ways to react, and how many professionals chose each. What a phone sends is that of any options."""

from collections.abc import Mapping
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises import options as lettered
from workshop.exercises.contract import Specification
from workshop.exercises.options import Option, tell_apart

FEWEST = 3
"""Professionals below which there is no panel: one opinion is an anecdote."""
MOST = 6
"""Options that the screen shows with both distributions."""


class Reaction(Option):
    label: str = Field(title="Texte", description="Court : l’écran le montre avec les deux résultats.", min_length=1, max_length=80)
    votes: int = Field(title="Voix du panel", description="Combien de professionnels l’ont choisie.", ge=0, le=1000)
    explanation: str = Field(default="", title="Pourquoi", description="Ce qu’en disent les professionnels.", max_length=240)


class Panel(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    who: str = Field(title="Qui", description="Au pluriel et sans article : « chefs de chantier ».", min_length=3, max_length=40)
    source: str = Field(title="Source", description="Qui les a interrogés, où et quand.", min_length=3, max_length=160)


class JudgementSpecification(Specification):
    situation: str = Field(default="", title="Situation", description="Ce qui se passe, en deux ou trois phrases.", max_length=300)
    options: tuple[Reaction, ...] = Field(title="Façons de réagir", min_length=2, max_length=MOST)
    panel: Panel = Field(title="Panel", description="Les professionnels interrogés.")
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde.", max_length=240)

    @model_validator(mode="after")
    def _has_a_panel(self) -> Self:
        tell_apart(self.options)
        if self.size < FEWEST:
            raise ValueError(f"options : {self.size} voix au total ; il faut au moins {FEWEST} professionnels, sinon prenez un sondage")
        return self

    @property
    def multiple(self) -> bool:
        """Each professional had one vote, and so has each learner."""
        return False

    @property
    def size(self) -> int:
        """How many professionals answered."""
        return sum(option.votes for option in self.options)

    @property
    def named(self) -> str:
        """The panel with its number: "10 chefs de chantier"."""
        return f"{self.size} {self.panel.who}"

    @property
    def favourites(self) -> tuple[Reaction, ...]:
        """What the panel chose most; several where they are level."""
        most = max(option.votes for option in self.options)
        return tuple(option for option in self.options if option.votes == most)


def public(specification: JudgementSpecification) -> Mapping[str, Any]:
    """Return the situation, who was asked and the options; never what they answered."""
    return {**lettered.public(specification), "situation": specification.situation, "panel": specification.named}
