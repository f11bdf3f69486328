"""Plausible answers: two or three cards, mostly with a proof, now and then one that stops half way or says nothing about anybody."""

from random import Random

from .model import StrengthsAnswer, StrengthsSpecification

PROOFS = (
    ("Pendant mon stage en boulangerie", "J’ai préparé les commandes avec ma collègue", "Tout était prêt à l’heure"),
    ("Au club de foot, l’an dernier", "J’ai organisé le tournoi des petits", "Seize équipes sont venues"),
    ("Chez ma tante, cet été", "J’ai gardé mes cousins tous les matins", "Elle a pu reprendre son travail"),
    ("En cours, au lycée", "J’ai expliqué l’exercice à mon voisin", "Il a eu la moyenne"),
)


def imagine(specification: StrengthsSpecification, random: Random) -> StrengthsAnswer:
    picked = random.sample(list(specification.labels), random.choice((max(1, specification.picks - 1), specification.picks)))
    proofs: dict[str, str] = {}
    for card in picked:
        written = random.choice((0, 1, 3, 3, 3))
        texts = zip(("situation", "action", "result"), random.choice(PROOFS)[:written], strict=False)
        proofs |= {f"{card}.{part}": text[: specification.max_length] for part, text in texts}
    says_nothing = not specification.peers or random.random() < 0.15
    return StrengthsAnswer(picked=tuple(picked), proofs=proofs, seen="" if says_nothing else random.choice(list(specification.to_see)))
