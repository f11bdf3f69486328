"""Questions: anonymous questions from the room, seen and voted for on everybody's phone while the step is open, answered live.

Use it to let everybody ask what nobody dares to say aloud: after a talk, before a visit, with a guest. The counsellor shows on the screen
the question that is being answered, and ticks those that were. Turn on approval to read a question before the room does.
Not for ideas to sort into groups (a brainstorm), nor for a question that somebody must answer alone (a short text).
"""

from workshop.exercises.contract import ExerciseType

from .arrangement import QuestionsArrangement, arrange
from .model import QuestionsAnswer, QuestionsSpecification, check, in_words, public, texts, without
from .rehearsal import imagine
from .sharing import shared
from .summary import summarise
from .telling import tell

EXERCISE = ExerciseType(
    label="Questions du groupe",
    purpose="Recueillir les questions du groupe sans les noms, faire voter pour les plus attendues, puis y répondre en direct.",
    Specification=QuestionsSpecification,
    Answer=QuestionsAnswer,
    section="made",
    family="voice",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    texts=texts,
    without=without,
    Arrangement=QuestionsArrangement,
    arrange=arrange,
    arranging="Répondre aux questions",
    shared=shared,
    is_private=True,
    reveals=False,
)
