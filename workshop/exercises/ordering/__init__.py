"""Ordering: the steps of something, to put in the right order.

Use it for a way of doing that has an order: an unsolicited application, the day of an interview, the first morning at work.
Not for preferences, where every order is right: a ranking serves better.
"""

from workshop.exercises.contract import ExerciseType

from .grading import grade
from .model import OrderingAnswer, OrderingSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Remettre dans l’ordre",
    purpose="Remettre dans le bon ordre les étapes d’une démarche.",
    Specification=OrderingSpecification,
    Answer=OrderingAnswer,
    section="knowledge",
    public=public,
    check=check,
    grade=grade,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
