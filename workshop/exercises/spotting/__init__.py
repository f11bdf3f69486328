"""Spotting: touch what is wrong in a document (an advert, an e-mail, a payslip, a CV), in its text or on a picture of it.

Use it to train the eye before it matters: a scam, an unfair clause, a mistake in a CV. The room sees which clue it misses most.
Not for a single fact (a choice says it) nor for filling in what is missing (gaps).
"""

from workshop.exercises.contract import ExerciseType

from .answering import SpottingAnswer, check, in_words, public
from .grading import grade
from .model import SpottingSpecification
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Document à vérifier",
    purpose="Toucher ce qui ne va pas dans une annonce, un message, une fiche de paie, un CV ou une image.",
    Specification=SpottingSpecification,
    Answer=SpottingAnswer,
    section="knowledge",
    public=public,
    check=check,
    grade=grade,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
