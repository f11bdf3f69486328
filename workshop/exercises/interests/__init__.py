"""Interests: a game of thirty cards (like, so-so, dislike) that gives a RIASEC profile on the phone, and the group's wheel on the screen.

Use it to open up families of trades and to talk of what one likes. It is no validated test and decides nothing.
The thirty answers stay on the phone; only six sums travel, when the learner shares them, and they stand beside no name.
"""

from workshop.exercises.contract import ExerciseType

from .model import InterestsAnswer, InterestsSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Jeu des centres d’intérêt",
    purpose="Faire trouver à chaque personne ce qu’elle aime faire, et des familles de métiers à explorer ; le profil reste sur le téléphone.",
    Specification=InterestsSpecification,
    Answer=InterestsAnswer,
    section="made",
    public=public,
    check=check,
    is_private=True,
    stays_on_phone=True,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
