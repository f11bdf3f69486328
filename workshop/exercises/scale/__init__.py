"""Scale: one statement, and how far it is true for me: 3 to 5 steps with words and faces, or 0 to 10 for confidence.

Use it before and after ("Je me sens capable de…"), or to see where a room stands. Nothing is right or wrong.
One statement at a time; for a figure that can be checked, an estimate serves better.
"""

from workshop.exercises.contract import ExerciseType

from .model import ScaleAnswer, ScaleSpecification, check, hands, in_words, measure, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Échelle",
    purpose="Savoir où chaque personne se place, avant et après, par exemple « Je me sens capable de… ».",
    Specification=ScaleSpecification,
    Answer=ScaleAnswer,
    section="climate",
    public=public,
    check=check,
    measure=measure,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    hands=hands,
)
