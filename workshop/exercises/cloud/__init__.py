"""Cloud: one to five words from each person, drawn larger the more people gave them.

Use it to open a subject ("un mot pour dire…") and to close one. Accents and short words are kept; plurals and capitals are joined.
Not for sentences: a short text serves better. Rude words are a person's to hide, not a list's.
"""

from workshop.exercises.contract import ExerciseType

from .model import CloudAnswer, CloudSpecification, check, in_words, public, texts, without
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Nuage de mots",
    purpose="Recueillir un à cinq mots par personne et voir lesquels reviennent.",
    Specification=CloudSpecification,
    Answer=CloudAnswer,
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
)
