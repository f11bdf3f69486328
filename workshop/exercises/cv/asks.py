"""One thing that a block asks for, and the questions of each kind of block in their order."""

from dataclasses import dataclass, replace

from . import usual

LONGEST_NAME, LONGEST_LINE = 60, 120
"""In letters: a title or a place; a sentence."""


@dataclass(frozen=True)
class Ask:
    """One thing to give. `choices` are there to be touched, `own` is the label of the text field; either may be empty.

    `name` is the field of the answer: what is given under "what" names the block, what is given under "lines" are its sentences.
    `takes` says how many may be given.
    """

    name: str
    question: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    own: str = ""
    example: str = ""
    takes: int = 1
    is_needed: bool = False

    @property
    def longest(self) -> int:
        return LONGEST_LINE if self.name == "lines" else LONGEST_NAME


PLACE = Ask("place", "Où\u202f?", "Un lieu et une ville suffisent, sans adresse.", usual.PLACES, "Ou écris-le", "une boulangerie à Lyon")
WHEN = Ask("when", "Quand\u202f?", "Une année suffit.", usual.NOW, "Ou écris-le", "juin à août 2025")

HEADLINE = (
    Ask(
        "what", "Quel métier ou quel domaine vises-tu\u202f?", "C’est le titre de ton CV.",
        usual.TITLES, "Ou écris-le", "Vente en boulangerie", is_needed=True,
    ),
    Ask("seeking", "Que cherches-tu\u202f?", choices=usual.SEEKING),
    Ask(
        "lines", "Une ou deux phrases sur toi", "On les lit en premier.",
        usual.HOOKS, "Ou écris ta phrase", "J’aime le travail dehors.", takes=2, is_needed=True,
    ),
)  # fmt: skip
EXPERIENCE = (
    Ask("sort", "C’était quoi\u202f?", "Tout compte\u00a0: un emploi, un stage, du bénévolat, une aide à quelqu’un.", usual.SORTS),
    Ask("what", "Que faisais-tu\u202f?", "Un métier ou un rôle.", usual.ROLES, "Ou écris-le", "Vente en boulangerie", is_needed=True),
    PLACE,
    WHEN,
    Ask(
        "lines", "Qu’as-tu fait\u202f?", "Une à trois phrases. Un chiffre aide\u00a0: «\u00a0Préparé 80 commandes par jour\u00a0».",
        usual.TASKS, "Ou écris ta phrase", "Préparé 80 commandes par jour", takes=3, is_needed=True,
    ),
)  # fmt: skip
TRAINING = (
    Ask("what", "Quelle formation\u202f?", "Une formation courte compte aussi.", usual.TRAININGS, "Ou écris-la", "CAP Boulangerie", is_needed=True),
    Ask("state", "Où en es-tu\u202f?", choices=usual.STATES),
    replace(PLACE, choices=usual.SCHOOLS, example="lycée Jean-Moulin, Lyon"),
    replace(WHEN, example="2024"),
)
SKILL = (
    Ask("what", "Que sais-tu faire\u202f?", choices=usual.SKILLS, own="Ou écris-le", example="Monter des meubles", is_needed=True),
    Ask(
        "lines", "Ta preuve", "Une ou deux phrases\u00a0: un moment où tu l’as fait.",
        usual.PROOFS, "Ou écris ta preuve", "Tenu la buvette pendant 3 matchs", takes=2, is_needed=True,
    ),
)  # fmt: skip
INTEREST = (
    Ask("languages", "Quelles langues parles-tu\u202f?", "En plus du français.", usual.LANGUAGES, "Une autre, avec ton niveau", "Wolof (parlé)", takes=4),
    Ask("licences", "Comment te déplaces-tu\u202f?", "Un permis, même en cours.", usual.LICENCES, "Autre chose", "Permis A1", takes=3),
    Ask(
        "interests", "Qu’aimes-tu faire\u202f?", "Sois précis\u00a0: «\u00a0football en club\u00a0» dit plus que «\u00a0sport\u00a0».",
        usual.INTERESTS, "Autre chose", "Maquettes de bateaux", takes=4,
    ),
)  # fmt: skip
GROUPS = {"languages": "Langues", "licences": "Permis et mobilité", "interests": "Centres d’intérêt"}
"""What the things of the last kind are called on a CV."""
