"""Poll: what does the room think or prefer; one or several options, nothing is right or wrong.

Use it to decide together, to take the room's pulse or to open a discussion; raised hands can be counted in the place of phones.
Not to check an idea (a choice has a right answer), nor to say how far one agrees (a scale keeps the steps in order).
"""

from workshop.exercises.contract import ExerciseType
from workshop.exercises.options import Chosen, check, hands, in_words, public, together

from .improvising import improvise
from .model import PollSpecification
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Sondage",
    purpose="Connaître l’avis du groupe ou décider ensemble ; il n’y a pas de bonne réponse.",
    Specification=PollSpecification,
    Answer=Chosen,
    section="made",
    family="voice",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    hands=hands,
    together=together,
    improvise=improvise,
)
