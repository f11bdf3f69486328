"""Plausible blocks: mostly touched, now and then with a title, a year or a sentence of one's own."""

from random import Random

from .asks import Ask
from .model import CvAnswer, CvSpecification

OWN = {
    "place": ("une boulangerie à Lyon", "le club de foot du quartier", "un garage à Saint-Étienne"),
    "when": ("juin à août 2025", "2024", "depuis 2023", "été 2022", "en 2023, deux semaines"),
    "languages": ("Wolof (parlé)", "Tamoul (courant)"),
    "interests": ("Maquettes de bateaux", "Boxe en club"),
}
SENTENCES = (
    "Préparé 80 commandes par jour", "Tenu la buvette pendant 3 matchs", "Rangé le dépôt chaque vendredi", "Répondu au téléphone",
    "Aidé une voisine à déménager",
)  # fmt: skip


def imagine(specification: CvSpecification, random: Random) -> CvAnswer:
    picked, own, lines, own_lines = {}, {}, [], []
    for ask in specification.asks:
        writes = random.random() < 0.2
        if ask.name == "lines":
            own_lines = [random.choice(SENTENCES)] if writes else []
            lines += random.sample(ask.choices, min(len(ask.choices), random.randint(1, ask.takes) - len(own_lines)))
        elif ask.takes > 1:
            lines += random.sample(ask.choices, random.randint(1, min(2, len(ask.choices))))
            own |= {ask.name: random.choice(OWN[ask.name])} if writes and ask.name in OWN else {}
        elif ask.name in OWN and (writes or ask.name == "when"):
            own[ask.name] = random.choice(OWN[ask.name])
        elif _is_given(ask, random):
            picked[ask.name] = random.choice(ask.choices)
    own_lines = [line for line in own_lines if line not in lines]
    return CvAnswer(picked=picked, own=own, lines=tuple(lines), own_lines=tuple(own_lines))


def _is_given(ask: Ask, random: Random) -> bool:
    return ask.is_needed or random.random() < 0.7
