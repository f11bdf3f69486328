"""What the room chose beside what the panel chose."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.exercises.options import LETTERS, Chosen
from workshop.figures import Faced, Facing

from .model import JudgementSpecification

ROOM = "Le groupe"


@dataclass(frozen=True)
class JudgementSummary:
    counts: dict[str, int]
    """Number of people per option key, every option included."""
    total: int

    @property
    def favourites(self) -> tuple[str, ...]:
        """Keys that most people chose; several where they are level, none without answers."""
        most = max(self.counts.values(), default=0)
        return tuple(key for key, count in self.counts.items() if count == most > 0)


def summarise(specification: JudgementSpecification, answers: Sequence[Chosen]) -> JudgementSummary:
    counted = Counter(key for answer in answers for key in answer.choices)
    return JudgementSummary({option.key: counted[option.key] for option in specification.options}, len(answers))


def tell(specification: JudgementSpecification, summary: JudgementSummary) -> Story:
    rows = tuple(Faced(option.label, summary.counts[option.key], option.votes, LETTERS[place]) for place, option in enumerate(specification.options))
    figure = Facing("", ROOM, specification.named, rows, summary.total, specification.size)
    source = f"Source : {specification.panel.source.rstrip('.')}."
    return Story(_sentence(specification, summary), (figure,), f"{specification.takeaway} {source}".strip())


def _sentence(specification: JudgementSpecification, summary: JudgementSummary) -> str:
    votes, theirs = specification.favourites[0].votes, " ou ".join(f"« {option.label} »" for option in specification.favourites)
    who, panel = specification.panel.who, f"{votes} sur {specification.size}"
    if len(specification.favourites) > 2:
        return f"Les {who} sont partagés : rien ne l’emporte, {panel} à chaque fois.{_room_alone(specification, summary)}"
    if len(specification.favourites) == 2:
        return f"Les {who} ne sont pas d’accord entre eux : {theirs}, {panel} à chaque fois.{_room_alone(specification, summary)}"
    if summary.total == 0:
        return f"Personne n’a répondu. Le choix de {panel} {who} : {theirs}."
    if len(summary.favourites) > 1:
        return f"Le groupe est partagé. Le choix de {panel} {who} : {theirs}."
    key = summary.favourites[0]
    ours = next(option.label for option in specification.options if option.key == key)
    if summary.total == 1:
        return f"Une seule réponse : « {ours} ». Le choix de {panel} {who} : {theirs}."
    room = f"{summary.counts[key]} sur {summary.total}"
    if key == specification.favourites[0].key:
        return f"Le groupe pense comme les {who} : {theirs}. C’est le choix de {room} ici, et de {panel} chez les professionnels."
    return f"Le groupe choisit plutôt « {ours} » ({room}), les {who} plutôt {theirs} ({panel})."


def _room_alone(specification: JudgementSpecification, summary: JudgementSummary) -> str:
    """Return what the room chose where the panel has no choice of its own to set it beside."""
    if summary.total == 0:
        return " Personne n’a répondu."
    if len(summary.favourites) > 1:
        return " Le groupe aussi est partagé."
    key = summary.favourites[0]
    ours = next(option.label for option in specification.options if option.key == key)
    return f" Le groupe choisit plutôt « {ours} » ({summary.counts[key]} sur {summary.total})."
