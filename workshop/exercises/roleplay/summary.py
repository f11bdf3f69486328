"""In how many scenes each thing was seen: never who did it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars, Lanes, Put

from .model import LEVELS, Grid, RoleplayAnswer, RoleplaySpecification

RANK = list(LEVELS)
FEWEST = 3
"""Scenes from which on what was seen a little or not yet is told too: of fewer, the room knows who played them."""


@dataclass(frozen=True)
class RoleplaySummary:
    counts: dict[str, dict[str, int]]
    """Scenes by criterion and level."""
    scenes: int


def summarise(specification: RoleplaySpecification, answers: Sequence[RoleplayAnswer]) -> RoleplaySummary:
    """Count scenes that were observed, not people: who observed two is heard on both. Where several observed the same one, what most of them saw counts,
    and the kinder of two that are equal."""
    scenes: dict[str, list[Grid]] = defaultdict(list)
    for number, answer in enumerate(answers):
        for grid in answer.grids:
            scenes[grid.scene or f"alone {number}"].append(grid)
    counts = {criterion.key: dict.fromkeys(LEVELS, 0) for criterion in specification.criteria}
    for grids in scenes.values():
        for key, levels in counts.items():
            levels[_level([grid.marks[key] for grid in grids])] += 1
    return RoleplaySummary(counts, len(scenes))


def tell(specification: RoleplaySpecification, summary: RoleplaySummary) -> Story:
    """Return how often each thing was seen, a little or not yet; of few scenes only what was seen."""
    figure = _seen(specification, summary) if 0 < summary.scenes < FEWEST else _levels(specification, summary)
    return Story(_sentence(specification, summary), (figure,), specification.takeaway)


def _levels(specification: RoleplaySpecification, summary: RoleplaySummary) -> Lanes:
    things = tuple(Put(criterion.label, tuple(summary.counts[criterion.key][level] for level in LEVELS)) for criterion in specification.criteria)
    return Lanes("En nombre de scènes", tuple(f"{label[:1].upper()}{label[1:]}" for label in LEVELS.values()), things, summary.scenes)


def _seen(specification: RoleplaySpecification, summary: RoleplaySummary) -> Bars:
    bars = tuple(Bar(criterion.label, summary.counts[criterion.key]["seen"]) for criterion in specification.criteria)
    return Bars("Vu dans la scène" if summary.scenes == 1 else "Vu dans les scènes", bars, summary.scenes, "scène")


def _level(marks: list[str]) -> str:
    counted = Counter(marks)
    return max(counted, key=lambda level: (counted[level], -RANK.index(level)))


def _sentence(specification: RoleplaySpecification, summary: RoleplaySummary) -> str:
    if summary.scenes == 0:
        return "Aucune grille n’est encore remplie."
    seen = {criterion.label: summary.counts[criterion.key]["seen"] for criterion in specification.criteria}
    best, worst = max(seen, key=seen.get), min(seen, key=seen.get)
    if seen[worst] == summary.scenes:
        return "Tout a été vu dans toutes les scènes." if summary.scenes > 1 else "Tout a été vu dans la scène."
    if seen[best] == 0:
        return f"Rien n’est encore vu en entier. On commence par\u00a0: «\u00a0{worst}\u00a0»."
    if seen[best] == seen[worst]:
        return f"Chaque point a été vu dans {_of(seen[best], summary.scenes)}. On rejoue pour aller plus loin."
    told = f"«\u00a0{best[:1].upper()}{best[1:]}\u00a0»\u00a0: vu dans {_of(seen[best], summary.scenes)}."
    return told if summary.scenes < FEWEST else f"{told} À travailler\u00a0: «\u00a0{worst}\u00a0»."


def _of(seen: int, scenes: int) -> str:
    if seen == scenes:
        return "toutes les scènes" if scenes > 1 else "la scène"
    return f"{seen} scène sur {scenes}" if seen == 1 else f"{seen} scènes sur {scenes}"
