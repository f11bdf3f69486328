"""What a learner keeps of it: each action, with when and with what help."""

from workshop.exercises.keeping import Keeping, Keepsake
from workshop.exercises.opaque import opaque

from .model import CommitmentAnswer, CommitmentSpecification, help_in_words, sentence_start


def keep(_specification: CommitmentSpecification, answer: CommitmentAnswer) -> tuple[Keepsake, ...]:
    """Return one keepsake an action, known by its words: how far it has come stays with it when the others change."""
    told = f"{sentence_start(answer.when)}{help_in_words(answer)}"
    return tuple(Keepsake(opaque(action.casefold()), action, (told,)) for action in answer.everything)


KEEPING = Keeping(label="Mes actions", keep=keep)
