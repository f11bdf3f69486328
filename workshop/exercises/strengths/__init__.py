"""Strengths: cards of what one is good at. Pick a few, prove each by a situation, an action and a result, and say what one saw in somebody else.

Use it to prepare a CV, an interview or a presentation: a strength with a proof convinces. Nothing is graded, and a proof is shown to its writer alone.
What classmates see in each other is touched, never typed: « J’ai vu que tu… » goes on with the author's words, so nobody can be hurt by it and
nothing has to be approved. It arrives with the reveal, without the name of who saw it, on that person's phone and in that notebook alone.
"""

from workshop.exercises.contract import ExerciseType
from workshop.exercises.dealing import Dealing

from .keeping import KEEPING
from .model import StrengthsAnswer, StrengthsSpecification, check, in_words, public
from .rehearsal import imagine
from .ring import StrengthsDeal, complete, deal, hand_over, place, progress, seat, show
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Mes forces",
    purpose="Faire choisir à chaque personne ses forces, les prouver par un moment vécu, et en voir une chez quelqu’un d’autre.",
    Specification=StrengthsSpecification,
    Answer=StrengthsAnswer,
    section="made",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    dealing=Dealing(
        Deal=StrengthsDeal, label="Changer qui regarde qui", deal=deal, seat=seat, show=show, place=place, complete=complete, progress=progress,
        hand_over=hand_over,
    ),
    keeping=KEEPING,
    is_private=True,
)
