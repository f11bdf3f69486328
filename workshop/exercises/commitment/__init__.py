"""Commitment: “mes actions”: what I do next, and when, with or without help.

Use it at the end of a workshop: small, dated actions; the next session of the group opens on them.
Not a promise to be punished for: nobody is compared, and the room sees the actions without their authors.
"""

from workshop.exercises.contract import ExerciseType

from .keeping import KEEPING
from .model import CommitmentAnswer, CommitmentSpecification, check, in_words, public, texts, without
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Mes actions",
    purpose="Faire choisir à chaque personne une à trois actions, avec une date, avant de se quitter.",
    Specification=CommitmentSpecification,
    Answer=CommitmentAnswer,
    section="commitments",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    texts=texts,
    without=without,
    keeping=KEEPING,
)
