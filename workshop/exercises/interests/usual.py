"""The thirty cards, and the families of trades that each kind opens up. The letters are Holland's (RIASEC); the cards are our own.

A domain's letter is that of the ROME, the State's directory of trades, whose fourteen large domains go from A to N.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

LETTERS = "RIASEC"
CARDS = 5
"""Cards of each kind."""


class Domain(BaseModel):
    """A large domain of the ROME, with a few trades in it."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    rome: str = Field(title="Lettre ROME", pattern=r"^[A-N]$")
    label: str = Field(title="Domaine", min_length=1, max_length=60)
    jobs: str = Field(title="Exemples de métiers", min_length=1, max_length=120)


class Kind(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    letter: Literal["R", "I", "A", "S", "E", "C"] = Field(title="Lettre")
    label: str = Field(title="Nom de la famille", min_length=1, max_length=40)
    cards: tuple[Annotated[str, Field(min_length=1, max_length=60)], ...] = Field(
        title="Cartes", description="Une chose à faire par carte, qui commence par un verbe.", min_length=CARDS, max_length=CARDS
    )
    domains: tuple[Domain, ...] = Field(title="Métiers à explorer", min_length=1, max_length=4)


def _kind(letter: str, label: str, cards: tuple[str, ...], *domains: tuple[str, str, str]) -> Kind:
    return Kind(letter=letter, label=label, cards=cards, domains=tuple(Domain(rome=rome, label=name, jobs=jobs) for rome, name, jobs in domains))


USUAL = (
    _kind(
        "R", "Fabriquer, réparer",
        ("Réparer un vélo", "Monter un meuble", "Conduire un engin", "Travailler dehors", "Utiliser des outils"),
        ("F", "Construction, bâtiment", "maçon, peintre, électricienne"),
        ("I", "Installation et maintenance", "mécanicien auto, technicienne de maintenance"),
        ("A", "Agriculture, espaces verts", "jardinière paysagiste, ouvrier agricole"),
    ),
    _kind(
        "I", "Comprendre, chercher",
        (
            "Comprendre pourquoi une machine tombe en panne", "Faire une expérience", "Chercher une info jusqu’au bout", "Résoudre une énigme",
            "Analyser des chiffres",
        ),
        ("H", "Industrie", "technicien qualité, opératrice de laboratoire"),
        ("J", "Santé", "préparatrice en pharmacie, aide de laboratoire"),
        ("M", "Support à l’entreprise", "technicienne informatique, testeur de logiciels"),
    ),
    _kind(
        "A", "Créer, imaginer",
        ("Dessiner ou décorer", "Faire de la musique", "Inventer une histoire", "Filmer et monter une vidéo", "Créer une tenue"),
        ("B", "Arts et artisanat d’art", "couturier, fleuriste, tapissière"),
        ("L", "Spectacle", "technicienne son, éclairagiste"),
        ("E", "Communication, multimédia", "graphiste, vidéaste, imprimeuse"),
    ),
    _kind(
        "S", "Aider, expliquer",
        ("Aider une personne âgée", "M’occuper d’enfants", "Expliquer à quelqu’un", "Écouter un ami qui va mal", "Organiser une sortie pour les autres"),
        ("K", "Services à la personne", "aide à domicile, accompagnant éducatif"),
        ("J", "Santé", "aide-soignante, ambulancier"),
        ("G", "Tourisme, loisirs, animation", "animateur, agente d’accueil"),
    ),
    _kind(
        "E", "Entreprendre, convaincre",
        ("Vendre un produit", "Convaincre un groupe", "Monter un petit projet", "Diriger une équipe", "Négocier un prix"),
        ("D", "Commerce, vente", "vendeuse, commercial, chef de rayon"),
        ("G", "Hôtellerie-restauration", "serveur, cheffe de rang"),
        ("C", "Banque, assurance, immobilier", "conseillère clientèle, agent immobilier"),
    ),
    _kind(
        "C", "Organiser, ranger",
        ("Classer des papiers", "Tenir une caisse", "Suivre une liste sans rien oublier", "Remplir un tableau", "Préparer des commandes"),
        ("M", "Support à l’entreprise", "assistant administratif, secrétaire"),
        ("N", "Transport et logistique", "préparatrice de commandes, cariste"),
        ("D", "Commerce, vente", "hôte de caisse, employée de rayon"),
    ),
)  # fmt: skip
