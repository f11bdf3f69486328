"""Dated facts: what a workshop may tell as true, where that comes from, since when it holds and when to look again."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from workshop.typography import NARROW, WIDE, french

from .content_file import ContentFile
from .model import Slug
from .source import Prepared, Source
from .yaml_tree import Place, Tree

Text = Annotated[str, AfterValidator(french)]
NARROW_UNITS = "€%"
"""Units that French sets after a narrow space; the others follow a full no-break space."""
SEPARATORS = str.maketrans({",": NARROW, ".": ","})


class FactSource(Prepared):
    label: Text = Field(min_length=3)
    url: str = Field(default="", pattern=r"^(https?://\S+)?$")


class Fact(Prepared):
    id: str = Slug
    label: Text = Field(min_length=3)
    """What the value is, in French."""
    value: int | float | Text
    unit: Text = ""
    source: FactSource
    valid_as_of: date
    review_on: date | None = None
    volatility: Literal["stable", "annual", "event"]

    @model_validator(mode="after")
    def _looked_at_again(self) -> Self:
        if self.review_on is None and self.volatility != "stable":
            raise ValueError("review_on : ce fait change ; écrivez la date à laquelle le vérifier, par exemple 2027-01-01")
        if self.review_on is not None and self.review_on <= self.valid_as_of:
            raise ValueError("review_on : cette date vient avant valid_as_of ; écrivez une date plus tard")
        return self

    @property
    def written(self) -> str:
        """The value as a French text writes it, without its unit: "1 867,02", "48"."""
        if isinstance(self.value, str):
            return self.value
        is_money = "€" in self.unit and not float(self.value).is_integer()
        return (f"{self.value:,.2f}" if is_money else f"{self.value:,}").translate(SEPARATORS)

    @property
    def told(self) -> str:
        """The value with its unit: "12,31 €", "48 sur 100"."""
        return f"{self.written}{NARROW if self.unit[:1] in NARROW_UNITS else WIDE}{self.unit}" if self.unit else self.written

    @property
    def as_source(self) -> Source:
        return Source(
            label=self.source.label, url=self.source.url, valid_as_of=self.valid_as_of, review_on=self.review_on, volatility=self.volatility
        )


def load_facts(path: Path) -> dict[str, Fact]:
    """Return the facts by id; none where there is no such file; raises ContentError with every mistake."""
    if not path.is_file():
        return {}
    file = ContentFile(path, _names)
    if not isinstance(file.tree.data, dict):
        file.add((), "il faut des faits ; écrivez un identifiant, un deux-points, puis ses champs à la ligne")
    file.raise_if_wrong()
    found = {name: _fact(file, name, fields) for name, fields in file.tree.data.items()}
    file.raise_if_wrong()
    return found


def due_for_review(facts: Mapping[str, Fact], today: date) -> list[Fact]:
    """Return the facts whose date of review is past, the longest overdue first."""
    late = [fact for fact in facts.values() if fact.review_on is not None and fact.review_on < today]
    return sorted(late, key=lambda fact: (fact.review_on, fact.id))


def _fact(file: ContentFile, name: str, fields: object) -> Fact | None:
    data = {**fields, "id": name} if isinstance(fields, dict) else fields
    return file.check(Fact, data, lambda place: (name, *place), lambda finding: False)


def _names(tree: Tree, place: Place) -> tuple[str, Place]:
    return (f"fait « {place[0]} »", place[1:]) if place else ("", ())

