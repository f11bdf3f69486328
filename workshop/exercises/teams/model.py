"""What an author writes: how large the teams are, or how many, and how people are mixed."""

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from workshop.exercises.author import called
from workshop.exercises.contract import Specification

USUAL_SIZE = 4


class TeamsSpecification(Specification):
    size: int | None = Field(default=None, title="Personnes par équipe", description="De 2 à 12. Ou bien écrivez le nombre d’équipes.", ge=2, le=12)
    number: int | None = Field(default=None, title="Nombre d’équipes", description="De 2 à 12, à la place de la taille.", ge=2, le=12)
    mix: Literal["chance", "results"] = Field(
        default="chance",
        title="Mélange",
        description="« chance » : au hasard. « results » : dans chaque équipe, des personnes à l’aise et d’autres moins, selon les réponses déjà données.",
        json_schema_extra=called({"chance": "Au hasard", "results": "Des personnes à l’aise et d’autres moins dans chaque équipe"}),
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.size and self.number:
            raise ValueError("number : écrivez la taille des équipes ou leur nombre, pas les deux")
        return self

    def wanted(self, people: int) -> int:
        """Return how many teams there should be for so many people: at least one, and at least two people in each where that can be."""
        if self.number:
            return max(1, min(self.number, people // 2))
        size = self.size or USUAL_SIZE
        return max(1, min(-(-people // size), people // 2))

    @property
    def most(self) -> int:
        """How many people a team takes in before those who come late make a new one."""
        return (2 if self.number else self.size or USUAL_SIZE) + 1


def public(specification: TeamsSpecification) -> Mapping[str, Any]:
    return {"prompt": specification.prompt}


def wants_scores(specification: TeamsSpecification) -> bool:
    return specification.mix == "results"
