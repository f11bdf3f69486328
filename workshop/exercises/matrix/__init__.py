"""Matrix: place things on a map of two axes (effort and effect), one at a time; the room sees where it puts each of them.

Use it to choose together where to begin: ways to look for work, ideas of the group, trades. The map starts the talk, nobody is right.
Not for a true order (ordering) nor for one's own preferences alone (ranking): here two questions cross.
"""

from workshop.exercises.contract import ExerciseType

from .model import MatrixAnswer, MatrixSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Carte à deux axes",
    purpose="Placer des idées sur deux axes, comme l’effort et l’effet, pour choisir ensemble par où commencer.",
    Specification=MatrixSpecification,
    Answer=MatrixAnswer,
    section="made",
    family="voice",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
