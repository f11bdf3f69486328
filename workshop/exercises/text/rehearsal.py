"""Plausible short texts about looking for work; after a beginning, only the rest of a sentence."""

from random import Random

from .model import TextAnswer, TextSpecification

SENTENCES = (
    "Je cherche un stage en cuisine, je suis disponible tout de suite.",
    "Je peux aider en magasin le samedi et pendant les vacances.",
    "Je suis à l’heure et je finis ce que je commence.",
    "J’ai gardé mes cousins tout l’été, j’ai de la patience.",
    "J’aimerais voir comment on travaille dans un garage.",
    "Je voudrais poser une question sur les horaires.",
    "J’ai aidé à monter des meubles, j’aime travailler avec mes mains.",
    "Je cherche un apprentissage en boulangerie pour la rentrée.",
    "Je rappelle lundi matin si je n’ai pas de réponse.",
    "Je veux essayer une semaine avant de choisir.",
    "Je parle deux langues, ça peut servir à l’accueil.",
    "Je fais du foot, je sais jouer en équipe.",
)
GOINGS_ON = (
    "cherche un stage de deux semaines en mécanique.",
    "voudrais savoir si vous prenez des apprentis.",
    "suis disponible tout de suite, même le week-end.",
    "peux passer déposer mon CV demain matin.",
    "viens de la part d’une voisine qui travaille chez vous.",
    "cherche mon premier emploi dans la vente.",
    "voudrais visiter votre atelier une demi-journée.",
    "veux apprendre et j’habite à dix minutes.",
    "connais bien votre magasin, j’y vais souvent.",
    "veux apprendre le métier d’électricien.",
)
WHO = ("", "", "", " Je m’organise pour le bus.", " Merci d’avance.", " C’est nouveau pour moi.", " J’ai un peu peur du téléphone.")


def imagine(specification: TextSpecification, random: Random) -> TextAnswer:
    said = random.choice(GOINGS_ON if specification.opening else SENTENCES) + random.choice(WHO)
    return TextAnswer(text=_within(specification.opening + said, specification.max_length))


def _within(text: str, most: int) -> str:
    """Return the text, cut after a whole word where it is too long."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0]
