"""What an author may change, and the only thing that leaves a phone: six sums. There is no place for the thirty answers in what is sent."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.faces import faces

from .usual import CARDS, LETTERS, USUAL, Kind

MOST = 2 * CARDS
"""Points of one kind: two for each card that is liked, one for a so-so."""
FEELINGS = ("Je n’aime pas", "Bof", "J’aime")
"""Worth 0, 1 and 2."""


class InterestsSpecification(Specification):
    kinds: tuple[Kind, ...] = Field(
        default=USUAL, title="Six familles", description="Celles du jeu, dans l’ordre R, I, A, S, E, C.", min_length=6, max_length=6
    )
    takeaway: str = Field(
        default="Ce jeu n’est pas un test. Il donne des idées de métiers à regarder de plus près.", title="À retenir",
        description="La phrase que le groupe garde, affichée sous le résultat.", max_length=200,
    )  # fmt: skip

    @model_validator(mode="after")
    def _the_six(self) -> Self:
        if "".join(kind.letter for kind in self.kinds) != LETTERS:
            raise ValueError("kinds : il faut les six familles, une fois chacune, dans l’ordre R, I, A, S, E, C")
        return self

    @property
    def most(self) -> int:
        return MOST


def _possible(total: int) -> int:
    if not 0 <= total <= MOST:
        raise ValueError(f"Écris un nombre entre 0 et {MOST} pour chaque famille.")
    return total


class InterestsAnswer(Answer):
    sums: dict[Literal["R", "I", "A", "S", "E", "C"], Annotated[int, AfterValidator(_possible)]] = Field(min_length=1, max_length=6)


def public(specification: InterestsSpecification) -> Mapping[str, Any]:
    """Return the cards, the families of trades and the faces: nothing is right or wrong here."""
    return {
        "prompt": specification.prompt,
        "most": MOST,
        "send": "Partager mes totaux",
        "again": "Partager à nouveau mes totaux",
        "feelings": [{"label": label, "face": face} for label, face in zip(FEELINGS, faces(3), strict=True)],
        "kinds": [kind.model_dump(mode="json") for kind in specification.kinds],
    }


def check(specification: InterestsSpecification, answer: InterestsAnswer) -> None:
    """Refuse a profile with a family missing."""
    missing = [kind.label for kind in specification.kinds if kind.letter not in answer.sums]
    if missing:
        raise AnswerRefused(f"Il manque ton total pour « {missing[0]} ». Écris 0 si tu n’aimes rien.")


def in_words(specification: InterestsSpecification, answer: InterestsAnswer) -> str:
    """Return that a profile was shared, and never which: these words stand beside a name."""
    return "Profil partagé avec le groupe, sans nom"
