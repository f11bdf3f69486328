"""Plausible ideas about finding work, some of them the same written otherwise; or plausible votes, the first ideas liked best."""

from random import Random

from .model import BrainstormAnswer, BrainstormSpecification

IDEAS = (
    "demander à ma famille", "Demander à ma famille !", "aller voir les commerçants", "Le club de foot", "le club de foot", "les voisins",
    "mon ancien prof de stage", "les réseaux sociaux", "les agences d’intérim", "Agence d’intérim", "pousser la porte des magasins", "le marché du samedi",
    "le coiffeur, il connaît tout le monde", "un salon de l’emploi", "les petites annonces à la boulangerie", "la zone industrielle", "écrire à une entreprise",
    "faire du bénévolat", "le chauffeur du bus", "mon ancien patron de stage", "demander au conseiller", "aller sur les chantiers", "les parents de mes amis",
)  # fmt: skip


def imagine(specification: BrainstormSpecification, random: Random) -> BrainstormAnswer:
    if specification.is_vote:
        return BrainstormAnswer(votes=_votes(specification, random))
    wanted = random.randint(1, specification.max_ideas)
    known = [idea for idea in IDEAS if len(idea) <= specification.max_length]
    return BrainstormAnswer(ideas=tuple(random.sample(known, wanted)))


def _votes(specification: BrainstormSpecification, random: Random) -> tuple[str, ...]:
    liked = sorted(specification.vote_on, key=lambda option: random.random() * (2 + specification.vote_on.index(option)))
    return tuple(option.key for option in liked[: random.randint(1, specification.votes)])
