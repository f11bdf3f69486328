"""What the room likes, kind by kind; nothing of it while so few have shared that one could be recognised."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Sector, Table, Wheel

from .model import MOST, InterestsAnswer, InterestsSpecification
from .profile import top
from .usual import LETTERS, Domain, Kind

FEWEST = 5
"""Profiles under which the wheel is not shown."""
NEAR = 1
"""Points of the mean under which the highest and the lowest family count as alike."""
NAMED = 2
"""Domains told of each kind."""


@dataclass(frozen=True)
class InterestsSummary:
    sums: dict[str, int]
    """Points of the whole room by letter, every letter included."""
    total: int
    """People who shared their profile."""

    @property
    def means(self) -> dict[str, float]:
        return {letter: points / max(1, self.total) for letter, points in self.sums.items()}


def summarise(specification: InterestsSpecification, answers: Sequence[InterestsAnswer]) -> InterestsSummary:
    counted: Counter[str] = Counter()
    for answer in answers:
        counted.update(answer.sums)
    return InterestsSummary({letter: counted[letter] for letter in LETTERS}, len(answers))


def tell(specification: InterestsSpecification, summary: InterestsSummary) -> Story:
    if summary.total < FEWEST:
        return Story(_waiting(summary.total), (_domains(specification),), specification.takeaway)
    means = summary.means
    sectors = tuple(Sector(kind.label, means[kind.letter], kind.letter) for kind in specification.kinds)
    first = top(specification, {letter: round(mean, 1) for letter, mean in means.items()})
    is_even = len(first) > 3 or max(means.values()) - min(means.values()) < NEAR
    sentence = _even(summary.total) if first and is_even else f"{_liked(summary.total, first)} {_explore(first)}".strip()
    return Story(sentence, (Wheel("", sectors, MOST, "Moyenne du groupe"),), specification.takeaway)


def _waiting(total: int) -> str:
    shared = ("Aucun profil partagé", "Un seul profil partagé")[total] if total < 2 else f"{total} profils partagés"
    return f"{shared}. La roue du groupe apparaît à partir de {FEWEST} : ainsi, personne n’est reconnu."


def _domains(specification: InterestsSpecification) -> Table:
    """Return what each family opens up, which depends on nobody's answers."""
    rows = tuple((f"{kind.letter}. {kind.label}", _named(kind.domains[:NAMED])) for kind in specification.kinds)
    return Table("", ("Famille", "Métiers à explorer (lettre du ROME)"), rows)


def _named(domains: Iterable[Domain]) -> str:
    """Name domains, each once, with its letter in the ROME."""
    return ", ".join(dict.fromkeys(f"{domain.label} ({domain.rome})" for domain in domains))


def _even(total: int) -> str:
    """Say no more than the sums do: all may be so-so, or the tastes may differ."""
    return f"{total} profils partagés. Aucune famille ne ressort\u00a0: toutes sont à explorer."


def _liked(total: int, first: list[Kind]) -> str:
    if not first:
        return f"{total} profils partagés, et rien qui plaise encore : parlez de ce que vous aimez faire."
    names = [f"« {kind.label} »" for kind in first]
    return f"{total} profils partagés. Le groupe aime surtout {' et '.join(filter(None, (', '.join(names[:-1]), names[-1])))}."


def _explore(first: list[Kind]) -> str:
    """Name the first domains of the two kinds that stand out most."""
    named = _named(domain for kind in first[:2] for domain in kind.domains[:NAMED])
    return f"À explorer : {named}." if named else ""
