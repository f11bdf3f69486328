"""How useful it was, what the room keeps, and where to start next time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.exercises.said import notes_of
from workshop.figures import Bar, Bars, Board, Group

from .clear import is_nothing
from .model import FACES, FeedbackAnswer, FeedbackSpecification


@dataclass(frozen=True)
class FeedbackSummary:
    counts: dict[int, int]
    """Number of people per face, 1 (not useful) to 3 (very useful)."""
    total: int
    kept: tuple[str, ...]
    unclear: tuple[str, ...]
    """Without those who say there that nothing is unclear. Both in the order of the alphabet, so that nothing tells who wrote what."""


def summarise(specification: FeedbackSpecification, answers: Sequence[FeedbackAnswer]) -> FeedbackSummary:
    counted = Counter(answer.useful for answer in answers)
    counts = {face.value: counted[face.value] for face in FACES}
    kept, unclear = _sorted(answer.keep for answer in answers), _sorted(answer.unclear for answer in answers if not is_nothing(answer.unclear))
    return FeedbackSummary(counts, len(answers), kept, unclear)


def _sorted(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(filter(None, texts), key=lambda text: (text.casefold(), text)))


def tell(specification: FeedbackSpecification, summary: FeedbackSummary) -> Story:
    bars = Bars("Utile ?", tuple(Bar(face.label, summary.counts[face.value], face.symbol, drawing=face.drawing) for face in FACES), summary.total)
    groups = tuple(group for group in (_group("Je garde", summary.kept), _group("Ce n’est pas clair", summary.unclear)) if group.notes)
    # an empty board would take half of the screen to say nothing
    return Story(_sentence(summary), (bars, Board("", groups)) if groups else (bars,))


def _group(title: str, texts: tuple[str, ...]) -> Group:
    return Group(title, notes_of(texts))


def _sentence(summary: FeedbackSummary) -> str:
    if summary.total == 0:
        return "Personne n’a encore répondu."
    if summary.total == 1:
        return f"Une seule réponse.{_next_time(summary)}"
    most = max(FACES, key=lambda face: summary.counts[face.value])
    count = summary.counts[most.value]
    if count == summary.total:
        return f"{most.label}, pour tout le monde.{_next_time(summary)}"
    if count * 2 > summary.total:
        return f"{most.label} pour {count} sur {summary.total}.{_next_time(summary)}"
    useful = summary.counts[2] + summary.counts[3]
    if useful == summary.total:
        return f"Utile pour tout le monde, un peu ou beaucoup.{_next_time(summary)}"
    return f"Les avis sont partagés : utile, un peu ou beaucoup, pour {useful} sur {summary.total}.{_next_time(summary)}"


def _next_time(summary: FeedbackSummary) -> str:
    if not summary.unclear:
        return ""
    points = len(notes_of(summary.unclear))
    return " Un point est à reprendre." if points == 1 else f" {points} points sont à reprendre."
