"""Plausible commitments: mostly one suggested action for this week, now and then one's own or some help."""

from random import Random

from .model import CommitmentAnswer, CommitmentSpecification
from .moments import WHENS

OWN = ("Appeler le garage près de chez moi", "Demander à mon oncle s’il connaît quelqu’un", "Passer déposer mon CV au marché")
HELP = ("", "", "relire mon CV", "préparer l’appel")


def imagine(specification: CommitmentSpecification, random: Random) -> CommitmentAnswer:
    writes = random.random() < 0.15
    most = min(specification.max_actions, len(specification.suggestions))
    wants_help = random.random() < 0.3
    actions = () if writes else tuple(random.sample(specification.suggestions, random.randint(1, most)))
    return CommitmentAnswer(
        actions=actions,
        own=(random.choice(OWN),) if writes else (),
        when=random.choices(WHENS, weights=(2, 5, 3))[0],
        later={str(number): random.choice(WHENS) for number in range(2, len(actions) + 1)},
        help="yes" if wants_help else "no",
        help_with=random.choice(HELP) if wants_help else "",
    )
