"""Sorting: things to put into two to four categories (what goes on a CV and what does not, what is allowed and what is forbidden).

Use it to settle what belongs where, one touch for each thing. The room sees the boxes filled, and what it confuses most.
Not for pairs where each meaning serves once: a matching serves better.
"""

from workshop.exercises.contract import ExerciseType

from .grading import grade
from .model import SortingAnswer, SortingSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Tri",
    purpose="Ranger des choses dans 2 à 4 catégories : sur le CV ou pas, permis ou interdit.",
    Specification=SortingSpecification,
    Answer=SortingAnswer,
    section="knowledge",
    public=public,
    check=check,
    grade=grade,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
