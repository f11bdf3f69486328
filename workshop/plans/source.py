"""Where a fact comes from. What is prepared is frozen, and knows no field but its own."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Prepared(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Source(Prepared):
    """Where a fact comes from, since when it holds and when to look again."""

    label: str = Field(min_length=3)
    url: str = ""
    valid_as_of: date
    review_on: date | None = None
    volatility: Literal["stable", "annual", "event"] = "stable"
