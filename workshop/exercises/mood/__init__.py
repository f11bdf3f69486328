"""Mood: the weather of the group, five weathers from bright sun to storm, each a word and a drawing.

Use it when people arrive and when they leave, and compare the two. Nobody is asked why, and it is never shown by name:
talk to the group ("beaucoup de pluie ce matin"), and to a person alone later.
"""

from workshop.exercises.contract import ExerciseType

from .model import MoodAnswer, MoodSpecification, check, hands, in_words, measure, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Météo du groupe",
    purpose="Prendre l’humeur du groupe au début et à la fin, sans nom et sans explication à donner.",
    Specification=MoodSpecification,
    Answer=MoodAnswer,
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
