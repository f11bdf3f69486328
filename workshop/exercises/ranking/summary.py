"""What the room prefers, all places counted."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.exercises.options import Option
from workshop.figures import Bar, Bars

from .borda import points
from .model import RankingAnswer, RankingSpecification

NAMED = 3


@dataclass(frozen=True)
class RankingSummary:
    points: dict[str, int]
    """Borda points by option key, every option included (see `borda.py`)."""
    firsts: dict[str, int]
    """Number of people who put the option first, by its key, every option included."""
    total: int


def summarise(specification: RankingSpecification, answers: Sequence[RankingAnswer]) -> RankingSummary:
    scored = points((answer.order for answer in answers), specification.asked)
    first = Counter(answer.order[0] for answer in answers)
    keys = [option.key for option in specification.options]
    return RankingSummary({key: scored[key] for key in keys}, {key: first[key] for key in keys}, len(answers))


def tell(specification: RankingSpecification, summary: RankingSummary) -> Story:
    """Return the options by their points, most first; a bar is full where everybody puts the option first."""
    bars = tuple(Bar(option.label, summary.points[option.key]) for option in _by_points(specification, summary))
    return Story(_sentence(specification, summary), (Bars(_scale(specification.asked), bars, summary.total * specification.asked, "point"),))


def _by_points(specification: RankingSpecification, summary: RankingSummary) -> list[Option]:
    return sorted(specification.options, key=lambda option: -summary.points[option.key])


def _scale(places: int) -> str:
    """Return how points are given, in words; with one place they are people: "Points : 3 pour une 1re place, 2 pour une 2e, 1 pour une 3e"."""
    if places == 1:
        return "Combien de personnes le préfèrent"
    last = f"1 pour une {places}e"
    if places == 2:
        return f"Points : 2 pour une 1re place, {last}"
    return f"Points : {places} pour une 1re place, {places - 1} pour une 2e, {'… ' if places > 3 else ''}{last}"


def _sentence(specification: RankingSpecification, summary: RankingSummary) -> str:
    most = max(summary.points.values())
    ahead = [option for option in specification.options if summary.points[option.key] == most]
    if summary.total == 0:
        return "Personne n’a encore répondu."
    if summary.total == 1:
        order = [option.label for option in _by_points(specification, summary) if summary.points[option.key]]
        return f"Une seule personne a répondu : d’abord « {order[0]} »."
    if len(ahead) == len(specification.options):
        return "Les goûts sont partagés : tout est à égalité."
    if len(ahead) > 1:
        return f"À égalité en tête : {_named(ahead)}, {_counted(most, 'personne' if specification.asked == 1 else 'point')}."
    return f"Le groupe préfère « {ahead[0].label} » : {_first(summary.firsts[ahead[0].key], summary.total)}.{_next(specification, summary)}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}s" if count > 1 else f"{count} {noun}"


def _first(people: int, total: int) -> str:
    if people == 0:
        return "personne ne le met en premier, mais il est souvent bien placé"
    return f"{people} sur {total} {'le mettent' if people > 1 else 'le met'} en premier"


def _next(specification: RankingSpecification, summary: RankingSummary) -> str:
    """Return who comes next, where one option alone does and somebody placed it."""
    ranked = _by_points(specification, summary)[1:]
    points_of = [summary.points[option.key] for option in ranked]
    if points_of[0] == 0 or points_of.count(points_of[0]) > 1:
        return ""
    return f" Ensuite : « {ranked[0].label} »."


def _named(options: list[Option]) -> str:
    """Return the texts of the options; beyond NAMED their number, for a sentence is read in one breath."""
    if len(options) > NAMED:
        return f"{len(options)} choix"
    quoted = [f"« {option.label} »" for option in options]
    return " et ".join([", ".join(quoted[:-1]), quoted[-1]])
