"""Feedback: the exit ticket. How useful it was (three faces), what I keep, what is not clear.

Use it in the last three minutes. Only the face is asked for; a learner who does not like to write is done in one touch.
What is not clear is where the next workshop may start. It judges the workshop, never a person.
"""

from workshop.exercises.contract import ExerciseType

from .model import FeedbackAnswer, FeedbackSpecification, check, hands, in_words, public, texts, without
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Ticket de sortie",
    purpose="Finir en trois minutes : ce que je garde, ce qui n’est pas clair, et si c’était utile.",
    Specification=FeedbackSpecification,
    Answer=FeedbackAnswer,
    section="feedback",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    texts=texts,
    without=without,
    hands=hands,
)
