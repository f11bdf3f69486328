"""Matching: pairs to find (a word and what it means, a tool and what it serves for), with decoys on the right where wanted.

Use it to settle four to six words before they are needed. The room sees which pair it misses most, and that one is told again.
Not for sorting many things into a few boxes: here every right side serves once.
"""

from workshop.exercises.contract import ExerciseType

from .grading import grade
from .model import MatchingAnswer, MatchingSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Paires à trouver",
    purpose="Relier chaque mot à ce qu’il veut dire, chaque outil à ce qu’il permet.",
    Specification=MatchingSpecification,
    Answer=MatchingAnswer,
    section="knowledge",
    public=public,
    check=check,
    grade=grade,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
