"""What a learner keeps of it: the text, a sentence a line, to read again before an interview and to copy into a message."""

from workshop.exercises.keeping import Keeping, Keepsake

from .model import PitchAnswer, PitchSpecification


def keep(specification: PitchSpecification, answer: PitchAnswer) -> tuple[Keepsake, ...]:
    return (Keepsake("pitch", f"En {duration(specification.seconds)}", answer.lines(specification.starts)),)


def duration(seconds: int) -> str:
    """Return the time in words: "une minute", "2 minutes", "90 secondes"."""
    if seconds % 60:
        return f"{seconds} secondes"
    return "une minute" if seconds == 60 else f"{seconds // 60} minutes"


KEEPING = Keeping(label="Ma présentation", keep=keep)
