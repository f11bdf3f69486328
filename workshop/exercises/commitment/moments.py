"""When something is done: one of three usual moments, or a date."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

WHENS = ("aujourd’hui", "cette semaine", "ce mois-ci")
SOON = WHENS[:2]
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


def readable(when: Any) -> Any:
    """Return the moment as a word or a date; raises ValueError, in the learner's words, for anything else."""
    if isinstance(when, date) or when in WHENS:
        return when
    try:
        return date.fromisoformat(when)
    except (TypeError, ValueError):
        raise ValueError("Choisis quand tu le fais : aujourd’hui, cette semaine, ce mois-ci ou une date.") from None


When = Annotated[Literal["aujourd’hui", "cette semaine", "ce mois-ci"] | date, BeforeValidator(readable)]


def sentence_start(when: str | date) -> str:
    """Return "Cette semaine", "Le 1er mars 2027"."""
    if isinstance(when, date):
        return f"Le {'1er' if when.day == 1 else when.day} {MONTHS[when.month - 1]} {when.year}"
    return when[:1].upper() + when[1:]
