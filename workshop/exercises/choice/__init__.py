"""Choice: one right answer among several, several right answers, or true/false; options of text, picture, or both; an explanation per option.

Use it to check one idea at a time, and to start a discussion: ask, reveal, discuss, ask again in a second round.
Not for opinions (nothing is right there): a poll or a scale serves better.
"""

from workshop.exercises.contract import ExerciseType
from workshop.exercises.options import Chosen, check, hands, in_words, together

from .grading import grade
from .model import ChoiceSpecification, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Question à choix",
    purpose="Vérifier une idée et lancer la discussion, en choix unique, choix multiple ou vrai ou faux.",
    Specification=ChoiceSpecification,
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
    together=together,
)
