"""How many are under which sky, and what it means for the room."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars

from .model import MoodAnswer, MoodSpecification
from .weathers import WEATHERS


@dataclass(frozen=True)
class Sky:
    """Weathers told together: a room of fourteen is too small for five shades."""

    keys: tuple[str, ...]
    mostly: str
    under: str


BRIGHT = Sky(("sun", "bright"), "du soleil", "au soleil")
CLOUDY = Sky(("clouds",), "des nuages", "sous les nuages")
WET = {
    ("rain",): Sky(("rain",), "de la pluie", "sous la pluie"),
    ("storm",): Sky(("storm",), "de l’orage", "sous l’orage"),
    ("rain", "storm"): Sky(("rain", "storm"), "de la pluie", "sous la pluie ou l’orage"),
}
"""Under the storm alone nobody says that it rains."""


@dataclass(frozen=True)
class MoodSummary:
    counts: dict[str, int]
    """Number of people per weather, every weather included."""
    total: int


def summarise(specification: MoodSpecification, answers: Sequence[MoodAnswer]) -> MoodSummary:
    counted = Counter(answer.weather for answer in answers)
    return MoodSummary({weather.key: counted[weather.key] for weather in WEATHERS}, len(answers))


def tell(specification: MoodSpecification, summary: MoodSummary) -> Story:
    bars = tuple(Bar(weather.label, summary.counts[weather.key], weather.symbol, drawing=weather.drawing) for weather in WEATHERS)
    return Story(_sentence(summary), (Bars("", bars, summary.total),))


def _sentence(summary: MoodSummary) -> str:
    under = [(sum(summary.counts[key] for key in sky.keys), sky) for sky in _skies(summary)]
    most, sky = max(under, key=lambda pair: pair[0])
    if summary.total == 0:
        return "Personne n’a encore donné sa météo."
    if summary.total == 1:
        return "Une seule personne a donné sa météo."
    if most == summary.total:
        return f"Tout le monde est {sky.under}."
    if most * 2 > summary.total:
        return f"Plutôt {sky.mostly} : {most} sur {summary.total}."
    shares = ", ".join(f"{count} {sky.under}" for count, sky in under if count)
    return f"Le temps est partagé : {shares}."


def _skies(summary: MoodSummary) -> tuple[Sky, ...]:
    wet = tuple(key for key in ("rain", "storm") if summary.counts[key])
    return (BRIGHT, CLOUDY, WET[wet]) if wet else (BRIGHT, CLOUDY)
