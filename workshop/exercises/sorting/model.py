"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.author import key_of
from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.opaque import opaque

Name = Annotated[str, Field(max_length=20)]


class Category(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    label: str = Field(title="Nom de la catégorie", min_length=1, max_length=40)


class Item(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    label: str = Field(title="À ranger", min_length=1, max_length=60)
    category: str = Field(title="Catégorie", description="L’identifiant de la catégorie où cela va.", json_schema_extra=key_of("categories"))
    explanation: str = Field(default="", title="Explication", description="Dite avec le résultat : pourquoi là.", max_length=160)

    @property
    def id(self) -> str:
        """What the phone knows the item by."""
        return opaque(self.label)


class SortingSpecification(Specification):
    categories: tuple[Category, ...] = Field(title="Catégories", description="De 2 à 4.", min_length=2, max_length=4)
    items: tuple[Item, ...] = Field(title="À ranger", description="Les téléphones les reçoivent mélangés.", min_length=2, max_length=12)
    explanation: str = Field(default="", title="Explication", description="Dite à chaque personne après le résultat.", max_length=280)
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde.", max_length=280)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        keys = [category.key for category in self.categories]
        if len(set(keys)) < len(keys):
            raise ValueError("categories : deux catégories ont le même identifiant ; donnez un identifiant différent à chacune")
        if len({category.label.casefold() for category in self.categories}) < len(keys):
            raise ValueError("categories : deux catégories ont le même nom ; écrivez-les différemment")
        if len({item.label.casefold() for item in self.items}) < len(self.items):
            raise ValueError("items : la même chose est écrite deux fois ; écrivez-les différemment")
        return self

    @model_validator(mode="after")
    def _each_somewhere(self) -> Self:
        keys = [category.key for category in self.categories]
        for item in self.items:
            if item.category not in keys:
                raise ValueError(f"items : « {item.label} » va dans « {item.category} », qui n’existe pas ; écrivez {' ou '.join(keys)}")
        for category in self.categories:
            if not self.items_of(category):
                raise ValueError(f"categories : rien ne va dans « {category.label} » ; ajoutez-y quelque chose ou enlevez-la")
        return self

    def items_of(self, category: Category) -> tuple[Item, ...]:
        """Return what belongs in the category, as the author wrote it."""
        return tuple(item for item in self.items if item.category == category.key)

    def category(self, key: str) -> Category:
        """Return the category of that key; raises KeyError."""
        return {category.key: category for category in self.categories}[key]

    @property
    def mixed(self) -> Sequence[Item]:
        """The items as phones and screen show them: always the same, and nothing in it follows from where they belong."""
        return sorted(self.items, key=lambda item: item.id)


class SortingAnswer(Answer):
    """For the id of each item, the key of the category it was put in."""

    places: dict[Name, Name] = Field(min_length=1, max_length=12)


def public(specification: SortingSpecification) -> Mapping[str, Any]:
    """Return the categories, and the items mixed, without where they belong."""
    return {
        "prompt": specification.prompt,
        "categories": [{"key": category.key, "label": category.label} for category in specification.categories],
        "things": [{"id": item.id, "label": item.label} for item in specification.mixed],
    }


def check(specification: SortingSpecification, answer: SortingAnswer) -> None:
    """Refuse what is not in the list, a category that does not exist, and an item left out."""
    keys = {category.key for category in specification.categories}
    if not set(answer.places) <= {item.id for item in specification.items} or not set(answer.places.values()) <= keys:
        raise AnswerRefused("Ce choix ne fait pas partie de la liste. Recharge la page et recommence.")
    left = [item.label for item in specification.mixed if item.id not in answer.places]
    if left:
        raise AnswerRefused(f"Il en reste {len(left)} à ranger, par exemple « {left[0]} ». Range tout, puis envoie.")


def in_words(specification: SortingSpecification, answer: SortingAnswer) -> str:
    told = []
    for category in specification.categories:
        inside = [item.label for item in specification.items if answer.places[item.id] == category.key]
        told.append(f"{category.label} : {', '.join(inside) or 'rien'}")
    return " ; ".join(told)
