"""Estimate: a number to guess, with its unit; the room sees where the guesses fall, and the true figure where there is one.

Use it to wake a room before a figure is told: guess, reveal, talk about the distance. A figure is dated and has its source.
Not for opinions ("de 0 à 10, je me sens…"): a scale serves better.
"""

from workshop.exercises.contract import ExerciseType

from .grading import grade
from .model import EstimateAnswer, EstimateSpecification, check, in_words, measure, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Estimation",
    purpose="Faire deviner un nombre, puis montrer le vrai chiffre et l’écart.",
    Specification=EstimateSpecification,
    Answer=EstimateAnswer,
    section="knowledge",
    public=public,
    check=check,
    grade=grade,
    measure=measure,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
