"""Teams: balanced teams made from those who are there, by chance or mixed by what they have answered well so far.

Use it before work in small groups, or to play later questions by team (`by_team` in a step). Who comes late joins the smallest team;
the counsellor moves somebody by hand, into a new team too, or makes all teams anew.
"""

from workshop.exercises.contract import ExerciseType
from workshop.exercises.dealing import ByHand, Dealing

from .by_hand import move, spots
from .making import TeamsDeal, deal
from .model import TeamsSpecification, public, wants_scores
from .showing import place, seat, show, teams

EXERCISE = ExerciseType(
    label="Équipes",
    purpose="Faire des équipes équilibrées, au hasard ou mélangées selon les résultats, avant un travail en petits groupes.",
    Specification=TeamsSpecification,
    section="none",
    public=public,
    dealing=Dealing(
        Deal=TeamsDeal,
        label="Refaire les équipes",
        deal=deal,
        seat=seat,
        show=show,
        place=place,
        wants_scores=wants_scores,
        teams=teams,
        by_hand=ByHand(spots, move),
        seats_phoneless=True,
    ),
    reveals=False,
)
