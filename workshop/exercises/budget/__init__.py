"""Budget: three months to get through, with what comes in, what goes out, choices to make and a surprise each month, the same for the whole room.

Use it to talk about money without talking about one's own: a balance below zero is no mistake and is shown without shame, for the room to discuss.
Each month is sent before the next one comes. What it costs later to pay in several goes is seen in the months that follow. It is not private: amounts and
surprises are an author's, nobody tells anything of a real purse.
"""

from workshop.exercises.contract import ExerciseType, GoesOn
from workshop.exercises.dealing import Dealing

from .drawing import BudgetDeal, complete, deal, progress
from .model import BudgetSpecification, check
from .onward import is_done, onward, public
from .plan import BudgetAnswer
from .rehearsal import imagine
from .seating import place, seat, show
from .summary import summarise, tell
from .words import in_words

EXERCISE = ExerciseType(
    label="Budget",
    purpose="Tenir un budget pendant trois mois, avec des choix et des surprises, puis en parler ensemble.",
    Specification=BudgetSpecification,
    Answer=BudgetAnswer,
    section="made",
    public=public,
    check=check,
    goes_on=GoesOn(onward, is_done),
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    dealing=Dealing(
        Deal=BudgetDeal,
        label="Tirer d’autres surprises",
        deal=deal,
        seat=seat,
        show=show,
        place=place,
        complete=complete,
        progress=progress,
        joins_blocks=True,
        seats_phoneless=True,
    ),
)
