"""What an author writes: how long the break is, and a word to go with it."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from workshop.exercises.contract import Specification


class PauseSpecification(Specification):
    minutes: int = Field(title="Durée en minutes", description="De 1 à 60.", ge=1, le=60)
    message: str = Field(default="", title="Message", description="Une phrase, si vous voulez : « Bois un verre d’eau. »", max_length=160)


def public(specification: PauseSpecification) -> Mapping[str, Any]:
    """Return everything; the frame adds `remaining_s`, what is left of the countdown."""
    return {"prompt": specification.prompt, "minutes": specification.minutes, "message": specification.message}


def seconds(specification: PauseSpecification) -> int:
    return specification.minutes * 60
