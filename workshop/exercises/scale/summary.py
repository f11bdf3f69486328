"""Where the room stands, and its middle in words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_high, median_low

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars, Figure, Spread, Value

from .model import ScaleAnswer, ScaleSpecification


@dataclass(frozen=True)
class ScaleSummary:
    counts: dict[int, int]
    """Number of people per value, every value included."""
    total: int
    middle: tuple[int, int] | None
    """The two values in the middle of the room, the same twice where one person or one value stands there; None without answers."""

    @property
    def median(self) -> float | None:
        return sum(self.middle) / 2 if self.middle else None


def summarise(specification: ScaleSpecification, answers: Sequence[ScaleAnswer]) -> ScaleSummary:
    values = sorted(answer.value for answer in answers)
    counted = Counter(values)
    middle = (median_low(values), median_high(values)) if values else None
    return ScaleSummary({value: counted[value] for value in specification.values}, len(values), middle)


def tell(specification: ScaleSpecification, summary: ScaleSummary) -> Story:
    if summary.middle is None:
        return Story("Personne n’a encore répondu.", (_figure(specification, summary),))
    sentence = _sentence_to_ten(specification, summary) if specification.is_to_ten else _sentence(specification, summary)
    return Story(sentence, (_figure(specification, summary),))


def _figure(specification: ScaleSpecification, summary: ScaleSummary) -> Figure:
    if specification.is_to_ten:
        given = tuple(Value(value, count) for value, count in summary.counts.items() if count)
        return Spread("", "sur 10", 0, 10, given, summary.median)
    bars = zip(specification.options, specification.values, strict=True)
    return Bars("", tuple(Bar(option["label"], summary.counts[value], str(value), drawing=option["drawing"]) for option, value in bars), summary.total)


def _sentence(specification: ScaleSpecification, summary: ScaleSummary) -> str:
    low, high = (specification.labels[value - 1] for value in summary.middle)
    if summary.total == 1:
        return f"Une seule réponse : « {low} »."
    if summary.total in summary.counts.values():
        return f"Tout le monde répond « {low} »."
    if low != high:
        return f"Le groupe se place entre « {low} » et « {high} »."
    return f"Le groupe se place autour de « {low} »."


def _sentence_to_ten(specification: ScaleSpecification, summary: ScaleSummary) -> str:
    number = f"{summary.median:g}".replace(".", ",")
    if summary.total == 1:
        return f"Une seule réponse : {number} sur 10."
    if abs(summary.median - 5) < 1:
        return f"Le groupe se place autour de {number} sur 10, entre « {specification.ends[0]} » et « {specification.ends[1]} »."
    side = specification.ends[summary.median > 5]
    return f"Le groupe se place autour de {number} sur 10, du côté de « {side} »."
