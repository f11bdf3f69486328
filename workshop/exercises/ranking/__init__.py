"""Ranking: one's own preferences in order, all of them or only the first few. Nothing is right or wrong and nothing is graded.

Use it to learn what counts for a group, and to talk about how tastes differ: everybody's second choice counts on the screen.
Not for a way of doing that has a right order: an ordering serves better. Not for a quick vote: a poll takes one touch.
"""

from workshop.exercises.contract import ExerciseType

from .model import RankingAnswer, RankingSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Classement de préférences",
    purpose="Mettre en ordre ce qui compte pour soi et voir ce que préfère le groupe ; il n’y a pas de bonne réponse.",
    Specification=RankingSpecification,
    Answer=RankingAnswer,
    section="made",
    family="voice",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
