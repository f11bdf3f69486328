"""Network: “whom do I know who…”: a map of contacts, circle by circle, from the family outwards.

Use it before looking for an internship or a job, to see that everybody already knows people to ask.
First names may be noted on the phone and stay there: only a number per circle is sent. Not for collecting real contacts.
"""

from workshop.exercises.contract import ExerciseType

from .model import NetworkAnswer, NetworkSpecification, check, in_words, public
from .rehearsal import imagine
from .summary import summarise, tell

EXERCISE = ExerciseType(
    label="Carte de mon réseau",
    purpose="Faire compter à chaque personne ses contacts, cercle par cercle ; les prénoms restent sur le téléphone.",
    Specification=NetworkSpecification,
    Answer=NetworkAnswer,
    section="made",
    public=public,
    check=check,
    stays_on_phone=True,
    summarise=summarise,
    tell=tell,
    in_words=in_words,
    imagine=imagine,
)
