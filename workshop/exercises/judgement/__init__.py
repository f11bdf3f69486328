"""Judgement: what would professionals do? One's choice is compared with the votes of a named panel, asked beforehand.

Use it where several ways are defensible and the trade knows better than the book: being late, a mistake on site, an order that seems wrong.
Not for what has one right answer: a choice says it more simply. Without a real panel and its source, a poll is more honest.
"""

from workshop.exercises.contract import ExerciseType
from workshop.exercises.options import Chosen, check, hands, in_words

from .grading import grade
from .model import JudgementSpecification, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="L’avis du métier",
    purpose="Comparer son choix à celui de professionnels interrogés, là où plusieurs façons de faire se défendent.",
    Specification=JudgementSpecification,
    Answer=Chosen,
    section="knowledge",
    public=public,
    check=check,
    grade=grade,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    hands=hands,
)
