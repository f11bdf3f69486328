"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from workshop.exercises.contract import Answer, AnswerRefused, Hand, Specification

from .weathers import BY_KEY, WEATHERS, Weather


class MoodSpecification(Specification):
    @property
    def weathers(self) -> tuple[Weather, ...]:
        """The same five everywhere, so that two sessions can be compared."""
        return WEATHERS


class MoodAnswer(Answer):
    weather: str = Field(max_length=20)


def public(specification: MoodSpecification) -> Mapping[str, Any]:
    """Return the prompt and the five weathers; there is nothing to hide."""
    options = [{"key": weather.key, "label": weather.label, "drawing": weather.drawing} for weather in WEATHERS]
    return {"prompt": specification.prompt, "options": options}


def check(specification: MoodSpecification, answer: MoodAnswer) -> None:
    """Refuse a weather that is not one of the five."""
    if answer.weather not in BY_KEY:
        raise AnswerRefused("Cette météo n’existe pas ici. Recharge la page et choisis à nouveau.")


def measure(specification: MoodSpecification, answer: MoodAnswer) -> float:
    """Return 5 (bright sun) down to 1 (storm)."""
    return float(BY_KEY[answer.weather].points)


def in_words(specification: MoodSpecification, answer: MoodAnswer) -> str:
    return BY_KEY[answer.weather].label


def hands(specification: MoodSpecification) -> Mapping[str, Hand]:
    return {weather.key: Hand(weather.label, MoodAnswer(weather=weather.key)) for weather in WEATHERS}
