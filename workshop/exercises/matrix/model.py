"""What an author writes, what a phone sends, and what may be known before the reveal. Nothing is right or wrong, so nothing is secret."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification

STEPS = 4
"""Steps of each axis: an even number, so that everybody leans to one side."""
MOST = 8

Step = Literal["1", "2", "3", "4"]
Name = Annotated[str, Field(max_length=20)]


class Axis(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    label: str = Field(title="Nom de l’axe", description="Un mot : « Effort ».", min_length=1, max_length=24)
    low: str = Field(title="Petit bout", description="« peu d’effort »", min_length=1, max_length=28)
    high: str = Field(title="Grand bout", description="« beaucoup d’effort »", min_length=1, max_length=28)

    def leaning(self, step: str) -> str:
        """Return the end on whose side the step is."""
        return self.high if int(step) * 2 > STEPS else self.low


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    label: str = Field(title="À placer", min_length=1, max_length=60)


class Corners(BaseModel):
    """What each quarter of the map means to the group; all may stay empty."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    up_left: str = Field(default="", title="En haut à gauche", max_length=24)
    up_right: str = Field(default="", title="En haut à droite", max_length=24)
    down_left: str = Field(default="", title="En bas à gauche", max_length=24)
    down_right: str = Field(default="", title="En bas à droite", max_length=24)


class MatrixSpecification(Specification):
    across: Axis = Field(title="Axe de gauche à droite")
    up: Axis = Field(title="Axe de bas en haut")
    items: tuple[Item, ...] = Field(title="À placer", description="De 2 à 8.", min_length=2, max_length=MOST)
    corners: Corners = Field(default=Corners(), title="Noms des quatre coins", description="Par exemple « On commence par là ».")
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde.", max_length=240)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({item.key for item in self.items}) < len(self.items):
            raise ValueError("items : deux éléments ont le même identifiant ; donnez un identifiant différent à chacun")
        if len({item.label.casefold() for item in self.items}) < len(self.items):
            raise ValueError("items : la même chose est écrite deux fois ; écrivez-les différemment")
        if self.across.label.casefold() == self.up.label.casefold():
            raise ValueError("up : les deux axes ont le même nom ; donnez-leur deux noms différents")
        return self


class MatrixAnswer(Answer):
    """For the key of each item, its step on each axis: "1" is next to the low end, "4" next to the high one."""

    across: dict[Name, Step] = Field(min_length=1, max_length=MOST)
    up: dict[Name, Step] = Field(min_length=1, max_length=MOST)


def public(specification: MatrixSpecification) -> Mapping[str, Any]:
    """Return the axes, the corners and the items."""
    return {
        "prompt": specification.prompt,
        "across": specification.across.model_dump(),
        "up": specification.up.model_dump(),
        "corners": specification.corners.model_dump(),
        "things": [{"key": item.key, "label": item.label} for item in specification.items],
    }


def check(specification: MatrixSpecification, answer: MatrixAnswer) -> None:
    """Refuse what is not in the list, and an item that is not placed on both axes."""
    if not set(answer.across) | set(answer.up) <= {item.key for item in specification.items}:
        raise AnswerRefused("Cette idée ne fait pas partie de la liste. Recharge la page et recommence.")
    left = [item.label for item in specification.items if item.key not in answer.across or item.key not in answer.up]
    if left:
        raise AnswerRefused(f"Il en reste {len(left)} à placer, par exemple « {left[0]} ». Place tout, puis envoie.")


def in_words(specification: MatrixSpecification, answer: MatrixAnswer) -> str:
    across, up = specification.across, specification.up
    return " ; ".join(f"{item.label} : {across.leaning(answer.across[item.key])}, {up.leaning(answer.up[item.key])}" for item in specification.items)
