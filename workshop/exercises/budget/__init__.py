"""Budget: three months to live on, with the same surprises for the whole room.

What comes in and what must be paid is given; what is left is chosen, month after month. A balance may go below zero: then it is talked about.
Nothing is right or wrong. Amounts that are facts come from content/facts.yaml, with their source and date; all others are the author's example.
"""

from workshop.exercises.contract import ExerciseType, GoesOn
from workshop.exercises.dealing import Dealing

from .drawing import BudgetDeal, deal, place, seat, show
from .model import BudgetAnswer, check, in_words, public
from .onward import is_done, onward
from .rehearsal import imagine
from .summary import summarise, tell
from .written import BudgetSpecification

EXERCISE = ExerciseType(
    label="Budget",
    purpose="Faire tenir un budget pendant trois mois, avec de vrais montants et des imprévus, puis en parler sans juger.",
    Specification=BudgetSpecification,
    Answer=BudgetAnswer,
    section="made",
    public=public,
    check=check,
    goes_on=GoesOn(onward, is_done),
    dealing=Dealing(Deal=BudgetDeal, label="Tirer d’autres imprévus", deal=deal, seat=seat, show=show, place=place),
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
