"""What an author writes, and the only thing that leaves a phone: a number per circle. There is no place for a name in the answer."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification

MOST = 50


class Circle(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    label: str = Field(title="Nom du cercle", min_length=1, max_length=60)
    hint: str = Field(default="", title="Aide", description="Une question courte : « Qui, dans ta famille, travaille ? »", max_length=160)
    examples: tuple[Annotated[str, Field(min_length=1, max_length=40)], ...] = Field(
        default=(), title="Exemples", description="Quelques mots : voisin, entraîneur, coiffeuse.", max_length=8
    )


class NetworkSpecification(Specification):
    circles: tuple[Circle, ...] = Field(title="Cercles", description="Du plus proche au plus lointain.", min_length=2, max_length=6)
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde, affichée sous le résultat.", max_length=280)

    @model_validator(mode="after")
    def _different_keys(self) -> Self:
        keys = [circle.key for circle in self.circles]
        if len(set(keys)) < len(keys):
            raise ValueError("circles : deux cercles ont le même identifiant ; donnez un identifiant différent à chacun")
        return self


def _countable(count: int) -> int:
    if not 0 <= count <= MOST:
        raise ValueError(f"Écris un nombre entre 0 et {MOST} pour chaque cercle.")
    return count


class NetworkAnswer(Answer):
    counts: dict[str, Annotated[int, AfterValidator(_countable)]] = Field(min_length=1, max_length=6)


def public(specification: NetworkSpecification) -> Mapping[str, Any]:
    """Return the prompt and the circles; nothing is right or wrong here."""
    circles = [
        {"key": circle.key, "label": circle.label, "hint": circle.hint, "examples": list(circle.examples)} for circle in specification.circles
    ]
    return {"prompt": specification.prompt, "circles": circles, "most": MOST}


def check(specification: NetworkSpecification, answer: NetworkAnswer) -> None:
    """Refuse a circle that is not asked; a circle left empty counts for 0."""
    if not set(answer.counts) <= {circle.key for circle in specification.circles}:
        raise AnswerRefused("Ce cercle ne fait pas partie de la carte. Recharge la page et recommence.")


def in_words(specification: NetworkSpecification, answer: NetworkAnswer) -> str:
    """Return the counts of one person: "Famille et amis : 8 ; Voisins : 3"."""
    return " ; ".join(f"{circle.label} : {answer.counts.get(circle.key, 0)}" for circle in specification.circles)
