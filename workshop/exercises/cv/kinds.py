"""The kinds of block: what each asks, and what a room is told of it."""

from dataclasses import dataclass
from typing import Literal

from .asks import EXPERIENCE, HEADLINE, INTEREST, SKILL, TRAINING, Ask

Kind = Literal["headline", "experience", "training", "skill", "interest"]
LABELS: dict[str, str] = {
    "headline": "Titre et accroche", "experience": "Expérience", "training": "Formation", "skill": "Compétence, avec sa preuve",
    "interest": "Langues, permis, centres d’intérêt",
}  # fmt: skip


@dataclass(frozen=True)
class Form:
    """`wrote` is what one person, and what several, did; `first` is what the figure's longest bar is."""

    asks: tuple[Ask, ...]
    wrote: tuple[str, str]
    first: str
    takeaway: str
    has_verbs: bool = False


FORMS: dict[str, Form] = {
    "headline": Form(
        HEADLINE, ("a le titre et l’accroche de son CV", "ont le titre et l’accroche de leur CV"), "titre le plus choisi",
        "Le titre et l’accroche se lisent en quelques secondes\u00a0: un métier visé, une ou deux phrases vraies.",
    ),
    "experience": Form(
        EXPERIENCE, ("a écrit une expérience", "ont écrit une expérience"), "verbe le plus utilisé",
        "Un stage, du bénévolat, une aide à quelqu’un\u00a0: tout compte. Une phrase forte commence par un verbe.", has_verbs=True,
    ),
    "training": Form(
        TRAINING, ("a écrit une formation", "ont écrit une formation"), "formation la plus citée",
        "Une formation sans le diplôme compte aussi\u00a0: on écrit «\u00a0niveau\u00a0» devant.",
    ),
    "skill": Form(
        SKILL, ("a prouvé une compétence", "ont prouvé une compétence"), "compétence la plus citée",
        "Une compétence avec sa preuve est plus forte qu’un adjectif.", has_verbs=True,
    ),
    "interest": Form(
        INTEREST, ("a complété la fin de son CV", "ont complété la fin de leur CV"), "le plus cité",
        "Un centre d’intérêt précis donne envie de poser une question.",
    ),
}  # fmt: skip
