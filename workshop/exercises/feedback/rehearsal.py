"""A plausible exit ticket: mostly useful, one in two writes what they keep, one in four what is not clear."""

from random import Random

from .model import FeedbackAnswer, FeedbackSpecification

KEPT = (
    "On peut écrire avant l’annonce.", "Parler de ma recherche à ma famille.", "Préparer deux questions.", "Appeler le matin.",
    "Relancer après une semaine.", "Donner une preuve pour chaque qualité.", "Arriver dix minutes avant.", "Mon CV tient sur une page.",
    "Demander un contact, c’est normal.", "Sourire au téléphone.", "Je sais faire plus de choses que je croyais.", "Noter à qui j’ai écrit.",
    "Lire l’annonce deux fois.", "Les immersions pour essayer un métier.", "D’autres cherchent aussi.", "Ma phrase pour me présenter.",
)
UNCLEAR = (
    "Comment trouver le nom du patron.", "La lettre, je ne sais pas comment finir.", "Quand relancer exactement.", "Le mot convention.",
    "Ce que je mets si je n’ai pas d’expérience.", "La différence entre stage et immersion.", "Quoi dire si on me dit non.",
    "Le site, je n’ai pas retrouvé.",
)


def imagine(specification: FeedbackSpecification, random: Random) -> FeedbackAnswer:
    useful = random.choices((1, 2, 3), (1, 4, 8))[0]
    keep = random.choice(KEPT) if random.random() < 0.55 else ""
    unclear = random.choice(UNCLEAR) if random.random() < 0.25 else ""
    return FeedbackAnswer(useful=useful, keep=_within(keep, specification.max_length), unclear=_within(unclear, specification.max_length))


def _within(text: str, most: int) -> str:
    """Return the text, cut after a whole word where it is too long."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0]
