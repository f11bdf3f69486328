"""Role play: pairs or threes, each phone with its own card; one observes and fills in a short grid; then everybody changes roles.

Use it to practise an interview or a telephone call. The debrief tells in how many scenes each thing was seen, never who did it.
In a pair the second role observes as well. Who comes late observes, and two who do play as a pair; who leaves is replaced by an observer.
Who observes several scenes, as in a second cycle, has a grid of each, and the debrief tells of them all (observing.py).
"""

from workshop.exercises.contract import ExerciseType
from workshop.exercises.dealing import Dealing

from .casting import RoleplayDeal, deal
from .model import RoleplayAnswer, RoleplaySpecification, check, in_words, public
from .observing import standing, succeed
from .rehearsal import imagine
from .seating import asks, place, seat, show
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Jeu de rôle",
    purpose="S’entraîner à deux ou à trois, avec une carte par personne, puis dire ce qui a été vu, sans les noms.",
    Specification=RoleplaySpecification,
    Answer=RoleplayAnswer,
    section="made",
    public=public,
    check=check,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
    dealing=Dealing(
        Deal=RoleplayDeal,
        label="Changer de rôle",
        deal=deal,
        seat=seat,
        show=show,
        place=place,
        asks=asks,
        succeed=succeed,
        standing=standing,
        away_s=120,
        # whoever came without a phone plays too: the desk shows the card, to be read out or told
        seats_phoneless=True,
    ),
    is_private=True,
)
