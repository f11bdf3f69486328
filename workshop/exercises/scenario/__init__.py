"""Scenario: a branching story. A situation, a few choices; each has a consequence and leads to the next situation, up to an ending.

Use it to try out a behaviour without risk (a bus that does not come, a remark of the boss), then to compare the paths that the room took.
With points or qualities on its choices it is graded; without, every path is as good. Not for one question alone: a choice serves better.
"""

from workshop.exercises.contract import ExerciseType, GoesOn

from .grading import grade
from .model import ScenarioAnswer, ScenarioSpecification, check, in_words, public
from .onward import is_done, onward
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Histoire à choix",
    purpose="Faire vivre une situation, choix après choix, et comparer les chemins pris par le groupe.",
    Specification=ScenarioSpecification,
    Answer=ScenarioAnswer,
    section="knowledge",
    public=public,
    check=check,
    grade=grade,
    goes_on=GoesOn(onward, is_done),
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
