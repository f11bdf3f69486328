"""Brainstorm: everybody's ideas first in private, then in common on a board, put in groups by the counsellor, then voted on.

Use it to find many ideas (where to look for work, rules for the group) before anybody judges them, then to choose some of them.
With `vote_on` the same type is the vote: the desk's “Passer au vote” makes that form from the ideas.
Not for one sentence to polish (a short text) nor for single words (a word cloud).
"""

from workshop.exercises.contract import ExerciseType, FollowUp

from .arrangement import BrainstormArrangement, arrange
from .following import make_vote
from .model import BrainstormAnswer, BrainstormSpecification, check, hands, in_words, public, texts, together, without
from .rehearsal import imagine
from .summary import summarise
from .telling import tell

EXERCISE = ExerciseType(
    label="Remue-méninges",
    purpose="Trouver beaucoup d’idées, chaque personne de son côté d’abord, puis les ranger ensemble et voter.",
    Specification=BrainstormSpecification,
    Answer=BrainstormAnswer,
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
    hands=hands,
    together=together,
    Arrangement=BrainstormArrangement,
    arrange=arrange,
    follow_up=FollowUp("Passer au vote", make_vote),
)
