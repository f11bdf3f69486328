"""Gaps: a text whose missing words are chosen from a bank, with decoys where wanted. Nobody types, so spelling never counts.

Use it to meet the right words in their place: strong verbs of a CV, the opening of an e-mail, the sentence of a phone call.
Not for a text where several words would do in one gap: say so in a matching or discuss it in a free text.
"""

from workshop.exercises.contract import ExerciseType

from .grading import grade
from .model import GapsAnswer, GapsSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Texte à trous",
    purpose="Remettre les mots à leur place dans un texte, sans rien écrire au clavier.",
    Specification=GapsSpecification,
    Answer=GapsAnswer,
    section="knowledge",
    public=public,
    check=check,
    grade=grade,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
