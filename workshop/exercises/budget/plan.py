"""What an author writes (what comes in, what goes out, what may happen), and what a phone sends: the choices of the months so far."""

from collections import Counter
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.contract import Answer, Specification
from workshop.exercises.options import LETTERS

from .money import cents
from .surprise import KEY, Surprise

MONTHS = 3
MOST_GROUPS, MOST_OPTIONS, MOST_SURPRISES = 6, 3, 10
Key = Annotated[str, Field(pattern=KEY)]
Pick = Annotated[str, Field(pattern=r"^[1-3]-[a-z0-9-]{1,20}$")]
"""A month, a hyphen, the key of a group or of a surprise."""
Letter = Annotated[str, Field(pattern=r"^[a-c]$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Amount(_Part):
    """One line of the budget: so many euros a month."""

    label: str = Field(title="Nom", min_length=1, max_length=50)
    amount: float = Field(title="Montant", description="En euros par mois.", ge=0, le=10_000)

    @property
    def cents(self) -> int:
        return cents(self.amount)


class Group(_Part):
    """Something to spend on, with a choice of how much."""

    key: Key = Field(title="Identifiant")
    label: str = Field(title="Dépense", description="« Téléphone ».", min_length=1, max_length=40)
    options: tuple[Amount, ...] = Field(title="Choix", min_length=2, max_length=MOST_OPTIONS)

    @property
    def lettered(self) -> dict[str, Amount]:
        return dict(zip(LETTERS.lower(), self.options, strict=False))


class BudgetPlan(Specification):
    """All that an author writes, and nothing yet that is reckoned from it (see `model.py`)."""

    incomes: tuple[Amount, ...] = Field(
        title="Ce qui rentre",
        description="Ce qui arrive sur le compte chaque mois : une allocation, un salaire net et non brut.",
        min_length=1,
        max_length=3,
    )
    start: float = Field(
        default=0, title="Au départ", description="En euros : ce qui est déjà sur le compte. Avec un moins : un découvert.", ge=-1_000, le=10_000
    )
    fixed: tuple[Amount, ...] = Field(default=(), title="Dépenses fixes", description="Les mêmes chaque mois : le loyer, l’assurance.", max_length=6)
    groups: tuple[Group, ...] = Field(title="Dépenses à choisir", min_length=1, max_length=MOST_GROUPS)
    surprises: tuple[Surprise, ...] = Field(
        title="Surprises", description="Une par mois, la même pour tout le groupe.", min_length=MONTHS, max_length=MOST_SURPRISES
    )
    overdraft_fee: float = Field(
        default=0, title="Frais de la banque", description="En euros, le mois qui suit un mois à découvert. Zéro : rien n’est pris.", ge=0, le=200
    )
    is_drawn: bool = Field(default=True, title="Tirage au sort", description="Sans tirage, les surprises viennent dans l’ordre de la liste.")
    note: str = Field(
        default="Les montants sont des exemples.", title="D’où viennent les montants", description="Une phrase, sur l’écran et les téléphones.", max_length=160
    )
    takeaway: str = Field(default="", title="À retenir", max_length=280)

    @model_validator(mode="after")
    def _tell_apart(self) -> Self:
        keys = Counter(one.key for one in (*self.groups, *self.surprises))
        doubled = [key for key, count in keys.items() if count > 1]
        if doubled:
            raise ValueError(f"groups : l’identifiant « {doubled[0]} » sert deux fois ; donnez un identifiant différent à chaque dépense et à chaque surprise")
        return self

    def fee(self, opening: int) -> int:
        """Return what the bank takes in a month that begins with so much, in cents."""
        return cents(self.overdraft_fee) if opening < 0 else 0

    def group(self, key: str) -> Group | None:
        return next((group for group in self.groups if group.key == key), None)

    def surprise(self, key: str) -> Surprise | None:
        return next((surprise for surprise in self.surprises if surprise.key == key), None)


class BudgetAnswer(Answer):
    """The months that are played, and every choice made so far: what is chosen for a later month does not count yet."""

    months: int = Field(ge=0, le=MONTHS)
    picks: dict[Pick, Letter] = Field(default={}, max_length=MONTHS * (MOST_GROUPS + MOST_SURPRISES))
    """Which option of a group, which way to react to a surprise, by month: {"1-repas": "b"}."""
    events: tuple[Key, ...] = Field(default=(), max_length=MONTHS)
    """The surprise of each month that is played. It comes from the deal: what a phone says about it is not believed."""

    def pick(self, month: int, key: str) -> str | None:
        return self.picks.get(f"{month}-{key}")
