"""Pitch: “présente-toi en une minute”: guided sentences become a text, said aloud against a countdown, and kept in the learner's notebook.

Use it before an interview, a job fair or a phone call. Who writes little touches the ideas and changes a word.
Never graded: there is no right way to be somebody, and a mark would make everybody say the same. The text stays its writer's: the room sees numbers alone.
"""

from workshop.exercises.contract import ExerciseType

from .keeping import KEEPING
from .model import PitchAnswer, PitchSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Présentation en une minute",
    purpose="Faire écrire à chaque personne sa présentation, phrase par phrase, puis la dire à voix haute avec un compte à rebours.",
    Specification=PitchSpecification,
    Answer=PitchAnswer,
    section="made",
    public=public,
    check=check,
    is_private=True,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    keeping=KEEPING,
)
