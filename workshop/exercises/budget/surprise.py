"""A surprise of the month, and the ways to react to it: what each costs or brings, now and in the months after."""

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.options import LETTERS

from .money import cents, signed

KEY = r"^[a-z0-9-]{1,20}$"
MOST_WAYS, LONGEST = 2, 12


class Way(BaseModel):
    """One way to react."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    label: str = Field(title="Réaction", description="« Payer en 4 fois ».", min_length=1, max_length=60)
    amounts: tuple[float, ...] = Field(
        title="Montants",
        description="En euros, mois après mois : −21, −21 pour payer en 2 fois.",
        min_length=1,
        max_length=LONGEST,
    )

    @model_validator(mode="after")
    def _real(self) -> Self:
        if not all(-10_000 <= amount <= 10_000 for amount in self.amounts):
            raise ValueError("amounts : un montant est trop grand ; écrivez entre −10000 et 10000 euros")
        return self

    @property
    def cents(self) -> tuple[int, ...]:
        """What comes in (or goes out, below zero) in the month itself, then in each month after it."""
        return tuple(cents(amount) for amount in self.amounts)

    @property
    def told(self) -> str:
        """Its amounts in words: "−80 €", "−21 € par mois pendant 4 mois", "0 €, puis −85 €"."""
        if len(self.cents) > 1 and len(set(self.cents)) == 1:
            return f"{signed(self.cents[0])} par mois pendant {len(self.cents)} mois"
        return ", puis ".join(signed(amount) for amount in self.cents)


class Surprise(BaseModel):
    """It has one amount, or two ways to react."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=KEY)
    title: str = Field(title="Titre", description="En deux ou trois mots : « Vélo volé ».", min_length=1, max_length=40)
    text: str = Field(default="", title="Ce qui arrive", description="Une ou deux phrases courtes, à « tu ».", max_length=200)
    amount: float | None = Field(default=None, title="Montant", description="En euros. Avec un moins : une dépense.", ge=-10_000, le=10_000)
    ways: tuple[Way, ...] = Field(default=(), title="Réactions", description="Deux, à la place du montant, si on peut choisir.", max_length=MOST_WAYS)

    @model_validator(mode="after")
    def _one_or_the_other(self) -> Self:
        if (self.amount is None) == (not self.ways):
            raise ValueError(f"surprises : « {self.title} » a besoin d’un montant (amount) ou de deux réactions (ways), et pas des deux")
        if len(self.ways) == 1:
            raise ValueError(f"surprises : « {self.title} » n’a qu’une réaction ; écrivez-en deux, ou un montant (amount)")
        return self

    @property
    def has_choice(self) -> bool:
        return bool(self.ways)

    @property
    def lettered(self) -> dict[str, Way]:
        """The ways by letter, "a" first; where there is nothing to choose, the only one."""
        ways = self.ways or (Way(label=self.title, amounts=(self.amount,)),)
        return dict(zip(LETTERS.lower(), ways, strict=False))

    @property
    def told(self) -> str:
        """What it costs or brings, every way of it."""
        return " ou ".join(way.told for way in self.lettered.values())
