"""What an author writes: what comes in, what must be paid, what can be chosen, and what may happen."""

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.contract import Specification

MONTHS = 3
Euros = Annotated[float, Field(title="Montant", description="En euros.", ge=0, le=5000)]
Key = Annotated[str, Field(title="Identifiant", pattern=r"^[a-z][a-z0-9-]{0,20}$")]


class Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Line(Written):
    """Something that comes in, or that must be paid, every month."""

    label: str = Field(title="Libellé", min_length=2, max_length=60)
    amount: Euros


class Option(Written):
    label: str = Field(title="Choix", min_length=1, max_length=60)
    amount: Euros


class Expense(Written):
    """What can be spent more or less on."""

    key: Key
    label: str = Field(title="Dépense", min_length=2, max_length=60)
    options: tuple[Option, ...] = Field(title="Choix", description="Du moins cher au plus cher.", min_length=2, max_length=4)


class Reaction(Written):
    """What can be done about an event; amounts are negative for what is paid."""

    label: str = Field(title="Ce que je fais", min_length=2, max_length=80)
    now: float = Field(title="Ce mois-ci", description="En euros ; négatif pour une dépense.", ge=-3000, le=3000)
    later: float = Field(default=0, title="Chaque mois suivant", description="En euros.", ge=-3000, le=3000)


class Event(Written):
    key: Key
    text: str = Field(title="Imprévu", description="Une phrase au présent.", min_length=5, max_length=120)
    short: str = Field(title="Nom court", description="Pour l’écran : « vélo volé ».", min_length=2, max_length=30)
    reactions: tuple[Reaction, ...] = Field(title="Réactions", min_length=1, max_length=3)


class BudgetSpecification(Specification):
    savings: float = Field(default=0, title="Au départ sur le compte", description="En euros.", ge=-1000, le=5000)
    incomes: tuple[Line, ...] = Field(title="Ce qui entre chaque mois", min_length=1, max_length=4)
    fixed: tuple[Line, ...] = Field(default=(), title="Ce qu’il faut payer chaque mois", max_length=6)
    choices: tuple[Expense, ...] = Field(title="Ce qui se choisit", min_length=1, max_length=5)
    events: tuple[Event, ...] = Field(
        title="Imprévus", description="Trois sont tirés au sort, les mêmes pour tout le groupe.", min_length=MONTHS, max_length=10
    )
    takeaway: str = Field(default="", title="À retenir", max_length=200)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        for name, keys in (("choices", [one.key for one in self.choices]), ("events", [one.key for one in self.events])):
            if len(set(keys)) < len(keys):
                raise ValueError(f"{name} : un identifiant sert deux fois ; donnez un identifiant différent à chaque ligne")
        return self

    @cached_property
    def event_of(self) -> Mapping[str, Event]:
        return {event.key: event for event in self.events}


class Month(BaseModel):
    """One month as it was lived: a letter for each choice in their order, the event, the letter of the reaction."""

    model_config = ConfigDict(frozen=True)

    letters: str
    event: str
    reaction: str

    def __str__(self) -> str:
        return f"{self.letters}.{self.event}.{self.reaction}"
