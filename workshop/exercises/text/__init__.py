"""Text: a few words of one's own, with the beginning of the sentence where that helps.

Use it to write what will be used: the first line of a message, a reason, a question to ask. Turn on approval to read before the room does.
Not for anything private, and not to find many ideas: a brainstorm groups them.
"""

from workshop.exercises.contract import ExerciseType

from .improvising import improvise
from .model import TextAnswer, TextSpecification, check, in_words, public, texts, without
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Texte court",
    purpose="Faire écrire une phrase ou deux à chaque personne, avec un début de phrase si besoin.",
    Specification=TextSpecification,
    Answer=TextAnswer,
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
    improvise=improvise,
)
