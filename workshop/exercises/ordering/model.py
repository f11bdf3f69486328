"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.opaque import opaque


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    label: str = Field(title="Étape", min_length=1, max_length=100)

    @property
    def id(self) -> str:
        """What the phone knows the item by: keys such as "a", "b", "c" would tell the order."""
        return opaque(self.label)


class OrderingSpecification(Specification):
    items: tuple[Item, ...] = Field(title="Étapes", description="Dans le bon ordre : les téléphones les reçoivent mélangées.", min_length=2, max_length=8)
    explanation: str = Field(default="", title="Explication", description="Dite à chaque personne après le résultat.", max_length=280)
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde.", max_length=280)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({item.key for item in self.items}) < len(self.items):
            raise ValueError("items : deux étapes ont le même identifiant ; donnez un identifiant différent à chacune")
        if len({item.label.casefold() for item in self.items}) < len(self.items):
            raise ValueError("items : la même étape est écrite deux fois ; écrivez-les différemment")
        return self

    @property
    def right_order(self) -> tuple[str, ...]:
        return tuple(item.id for item in self.items)

    @property
    def mixed(self) -> tuple[Item, ...]:
        """The items as they are first shown: always the same, never the right order."""
        mixed = tuple(sorted(self.items, key=lambda item: item.id))
        return mixed[::-1] if mixed == self.items else mixed

    def item(self, item_id: str) -> Item:
        """Return the item of that id; raises KeyError."""
        return {item.id: item for item in self.items}[item_id]


class OrderingAnswer(Answer):
    """The ids of all items, first to last."""

    order: tuple[Annotated[str, Field(max_length=20)], ...] = Field(min_length=1, max_length=8)


def public(specification: OrderingSpecification) -> Mapping[str, Any]:
    """Return the items, mixed, under ids that tell nothing."""
    return {
        "prompt": specification.prompt,
        "steps": [{"id": item.id, "label": item.label} for item in specification.mixed],
    }


def check(specification: OrderingSpecification, answer: OrderingAnswer) -> None:
    """Refuse anything but each item once."""
    if not set(answer.order) <= set(specification.right_order):
        raise AnswerRefused("Cette étape ne fait pas partie de la liste. Recharge la page et recommence.")
    twice = [item.label for item in specification.mixed if answer.order.count(item.id) > 1]
    if twice:
        raise AnswerRefused(f"« {twice[0]} » est là deux fois. Place chaque étape une seule fois.")
    if len(answer.order) < len(specification.items):
        raise AnswerRefused("Il manque une étape. Place-les toutes, puis envoie.")


def in_words(specification: OrderingSpecification, answer: OrderingAnswer) -> str:
    return " ; ".join(f"{place}. {specification.item(item_id).label}" for place, item_id in enumerate(answer.order, 1))
