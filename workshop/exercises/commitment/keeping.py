"""What a learner keeps of it: each action, with when and with what help."""

from workshop.exercises.keeping import Keeping, Keepsake
from workshop.exercises.opaque import opaque

from .model import CommitmentAnswer, CommitmentSpecification


def keep(_specification: CommitmentSpecification, answer: CommitmentAnswer) -> tuple[Keepsake, ...]:
    """Return one keepsake an action, known by its words: how far it has come stays with it when the others change."""
    return tuple(Keepsake(opaque(action.casefold()), action, (told,)) for action, told in answer.told)


KEEPING = Keeping(label="Mes actions", keep=keep)
