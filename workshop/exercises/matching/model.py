"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.opaque import opaque

Decoy = Annotated[str, Field(min_length=1, max_length=100)]
Name = Annotated[str, Field(max_length=20)]


class Pair(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    left: str = Field(title="À gauche", description="Le mot.", min_length=1, max_length=60)
    right: str = Field(title="À droite", description="Ce qui va avec.", min_length=1, max_length=100)

    @property
    def right_id(self) -> str:
        return opaque(self.right)


class MatchingSpecification(Specification):
    pairs: tuple[Pair, ...] = Field(title="Paires", min_length=2, max_length=8)
    decoys: tuple[Decoy, ...] = Field(default=(), title="En trop, à droite", description="Des propositions qui ne vont avec rien.", max_length=4)
    explanation: str = Field(default="", title="Explication", description="Dite à chaque personne après le résultat.", max_length=280)
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde.", max_length=280)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        sides = {
            "deux paires ont le même identifiant": [pair.key for pair in self.pairs],
            "le même texte est deux fois à gauche": [pair.left.casefold() for pair in self.pairs],
            "le même texte est deux fois à droite": [text.casefold() for text in (*(pair.right for pair in self.pairs), *self.decoys)],
        }
        for wrong, texts in sides.items():
            if len(set(texts)) < len(texts):
                raise ValueError(f"pairs : {wrong} ; écrivez-les différemment")
        return self

    @property
    def rights(self) -> dict[str, str]:
        """Every text on the right by its opaque id, decoys included, in the order of the alphabet."""
        texts = sorted((*(pair.right for pair in self.pairs), *self.decoys), key=str.casefold)
        return {opaque(text): text for text in texts}


class MatchingAnswer(Answer):
    """For each key on the left, the id of what was put beside it. A pair may be left open."""

    pairs: dict[Name, Name] = Field(min_length=1, max_length=8)


def public(specification: MatchingSpecification) -> Mapping[str, Any]:
    """Return the two sides apart: the left as written, the right in the order of the alphabet under ids that tell nothing."""
    return {
        "prompt": specification.prompt,
        "lefts": [{"key": pair.key, "label": pair.left} for pair in specification.pairs],
        "rights": [{"id": name, "label": text} for name, text in specification.rights.items()],
    }


def check(specification: MatchingSpecification, answer: MatchingAnswer) -> None:
    """Refuse what is on neither side, and a right side that serves twice."""
    rights = specification.rights
    if not set(answer.pairs) <= {pair.key for pair in specification.pairs} or not set(answer.pairs.values()) <= set(rights):
        raise AnswerRefused("Cette paire ne fait pas partie des choix. Recharge la page et recommence.")
    used = list(answer.pairs.values())
    twice = [rights[name] for name in rights if used.count(name) > 1]
    if twice:
        raise AnswerRefused(f"« {twice[0]} » sert deux fois. Une proposition ne sert qu’une fois : change l’une des deux.")


def in_words(specification: MatchingSpecification, answer: MatchingAnswer) -> str:
    rights = specification.rights
    return " ; ".join(f"{pair.left} : {rights[answer.pairs[pair.key]]}" for pair in specification.pairs if pair.key in answer.pairs)
