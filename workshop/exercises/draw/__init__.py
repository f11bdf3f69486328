"""Draw: somebody is drawn from those who are there, and may pass without a reason; then the next one is drawn.

Use it to have somebody come to the board or read aloud without pointing at anyone. The room learns a name only once that person has said yes.
Who has passed is not drawn again, and nobody is told who passed.
"""

from workshop.exercises.contract import ExerciseType
from workshop.exercises.dealing import Dealing

from .drawing import DrawDeal, after_answer, asks, deal, place, seat, show
from .model import DrawAnswer, DrawSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Tirage au sort",
    purpose="Trouver une personne volontaire au hasard, avec le droit de passer sans dire pourquoi.",
    Specification=DrawSpecification,
    Answer=DrawAnswer,
    section="none",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    dealing=Dealing(
        Deal=DrawDeal,
        label="Tirer quelqu’un d’autre",
        deal=deal,
        seat=seat,
        show=show,
        place=place,
        asks=asks,
        after_answer=after_answer,
        away_s=20,
        seats_phoneless=True,
    ),
    reveals=False,
)
