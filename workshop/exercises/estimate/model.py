"""What an author writes, what a phone sends, and what may be known before the reveal."""

import math
from collections.abc import Mapping
from typing import Any, Self

from pydantic import Field, field_validator, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.figures import unit_of

from .numbers import DECIMALS, read_number, written

LIMIT = 1e9
NARROW_UNITS = "€%"
"""Units that French sets after a narrow space; the others follow a full no-break space."""
NOT_A_NUMBER = "Écris un nombre avec des chiffres, par exemple 12 ou 12,5."


class EstimateSpecification(Specification):
    unit: str = Field(default="", title="Unité", description="Elle suit le nombre : « sur 100 », « € », « jours ».", max_length=20)
    unit_one: str = Field(
        default="", title="Unité au singulier", description="Pour 0, 1 et 1,5 : « jour ». Vide : la même unité pour tous les nombres.", max_length=20,
    )  # fmt: skip
    minimum: float = Field(title="Plus petit nombre possible", ge=-LIMIT, le=LIMIT)
    maximum: float = Field(title="Plus grand nombre possible", ge=-LIMIT, le=LIMIT)
    step: float = Field(default=1, title="Pas", description="De combien avancent les boutons − et +.", ge=0.01, le=LIMIT)
    right: float | None = Field(default=None, title="Vrai chiffre", description="Vide : rien n’est juste ou faux.")
    tolerance: float = Field(default=0, title="Marge", description="Un écart jusqu’à ce nombre compte comme juste.", ge=0)
    takeaway: str = Field(default="", title="À retenir", description="Le chiffre, sa date et ce qu’il veut dire.", max_length=280)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.minimum >= self.maximum:
            raise ValueError("maximum : il doit être plus grand que minimum")
        if self.unit_one and not self.unit:
            raise ValueError("unit_one : il n’y a pas d’unité ; écrivez-la d’abord, au pluriel")
        if self.step > self.maximum - self.minimum:
            raise ValueError("step : le pas est plus grand que l’écart entre minimum et maximum ; diminuez-le")
        if self.right is not None and not self.minimum <= self.right <= self.maximum:
            raise ValueError("right : le vrai chiffre doit être entre minimum et maximum")
        if not self.tolerance <= self.maximum - self.minimum:
            raise ValueError("tolerance : la marge couvre tous les nombres possibles ; diminuez-la")
        return self

    @property
    def bounds(self) -> str:
        return f"entre {written(self.minimum)} et {written(self.maximum)}"

    def told(self, value: float) -> str:
        """Return the value with its unit: "48 sur 100", "12,31 €", "1 jour"."""
        unit = unit_of(value, self.unit, self.unit_one)
        space = "\u202f" if unit[:1] in NARROW_UNITS else "\u00a0"
        return f"{written(value)}{space}{unit}" if unit else written(value)


class EstimateAnswer(Answer):
    """A finite number, kept to two decimals."""

    value: float

    @field_validator("value", mode="before")
    @classmethod
    def _as_typed(cls, value: Any) -> float:
        number = _finite(value)
        if number is None:
            raise ValueError(NOT_A_NUMBER)
        return round(number, DECIMALS) + 0.0

    @property
    def typed(self) -> str:
        """The value as it stands in the field."""
        return written(self.value)

    def unit_of(self, public: Mapping[str, Any]) -> str:
        """Return the unit as it follows the value in the field."""
        return unit_of(self.value, public["unit"], public["unit_one"])


def _finite(value: Any) -> float | None:
    """Return the number that was sent, as a number or as a French hand typed it; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = read_number(value) if isinstance(value, str) else float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def public(specification: EstimateSpecification) -> Mapping[str, Any]:
    """Return prompt, unit, bounds and step; neither the true figure nor how far from it still counts."""
    return {
        "prompt": specification.prompt,
        "unit": specification.unit,
        "unit_one": specification.unit_one,
        "minimum": specification.minimum,
        "maximum": specification.maximum,
        "step": specification.step,
        "bounds": specification.bounds,
        "ends": [specification.told(specification.minimum), specification.told(specification.maximum)],
    }


def check(specification: EstimateSpecification, answer: EstimateAnswer) -> None:
    """Refuse a number outside the bounds. A number between two steps is taken: the step is only that of the buttons."""
    if not specification.minimum <= answer.value <= specification.maximum:
        raise AnswerRefused(f"Le nombre doit être {specification.bounds}. Change-le et renvoie.")


def measure(specification: EstimateSpecification, answer: EstimateAnswer) -> float:
    return answer.value


def in_words(specification: EstimateSpecification, answer: EstimateAnswer) -> str:
    return specification.told(answer.value)
