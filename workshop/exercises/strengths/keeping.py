"""What the learner keeps: each strength with its proof, ready for a CV or an interview."""

from collections.abc import Sequence

from workshop.exercises.keeping import Keeping, Keepsake

from .model import StrengthsAnswer, StrengthsSpecification

BEGINNINGS = {"situation": "Où et quand", "action": "Ce que j’ai fait", "result": "Ce que ça a donné"}


def keep(specification: StrengthsSpecification, answer: StrengthsAnswer) -> Sequence[Keepsake]:
    """Return one thing for each picked card, in the order of the cards on the page."""
    return tuple(Keepsake(card, specification.labels[card], told(answer, card)) for card in specification.labels if card in answer.picked)


def told(answer: StrengthsAnswer, card: str) -> tuple[str, ...]:
    """Return the proof of this card, a part a line; nothing where none was written."""
    return tuple(f"{BEGINNINGS[part]}\u00a0: {text}" for part, text in answer.proof(card).items())


KEEPING = Keeping(label="Mes forces", keep=keep)
