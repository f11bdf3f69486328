"""Plausible words about looking for work, some far more frequent than others, spelt as phones spell them."""

from random import Random

from .model import CloudAnswer, CloudSpecification

FREQUENT = ("confiance", "travail", "argent", "avenir", "stress", "équipe", "motivation", "CV")
RARE = (
    "projet", "stage", "réseau", "permis", "peur", "envie", "respect", "métier", "diplôme", "entretien", "patron", "horaires", "salaire",
    "courage", "contrat", "chance", "contacts", "patience", "bus", "été", "mission", "sérieux", "sourire", "école", "formation", "apprendre",
)


def imagine(specification: CloudSpecification, random: Random) -> CloudAnswer:
    wanted = random.randint(1, specification.max_words)
    words = [random.choice(FREQUENT if random.random() < 0.55 else RARE) for _ in range(wanted)]
    return CloudAnswer(words=tuple(_spelt(word, random) for word in words if len(word) < specification.max_length) or ("CV",))


def _spelt(word: str, random: Random) -> str:
    chance = random.random()
    if chance < 0.3:
        return word[0].upper() + word[1:]
    return f"{word}s" if chance < 0.4 and word in ("projet", "stage", "métier", "contrat", "diplôme", "mission") else word
