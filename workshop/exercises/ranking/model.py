"""What an author writes, what a phone sends, and what may be known of it: everything, for nothing is right or wrong here."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.options import LETTERS, Option, tell_apart

Name = Annotated[str, Field(max_length=20)]


class RankingSpecification(Specification):
    options: tuple[Option, ...] = Field(title="À classer", min_length=2, max_length=len(LETTERS))
    places: int | None = Field(
        default=None,
        title="Nombre de places",
        description="Par exemple 3 : chaque personne classe ses trois choix préférés. Vide : elle classe tout.",
        ge=1,
        le=len(LETTERS),
    )

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        tell_apart(self.options)
        if len({option.label.casefold() for option in self.options}) < len(self.options):
            raise ValueError("options : deux choix ont le même texte ; écrivez deux textes différents ou n’en gardez qu’un")
        if self.places and self.places > len(self.options):
            raise ValueError(f"places : {self.places} places pour {len(self.options)} choix ; écrivez {len(self.options)} au plus")
        return self

    @property
    def asked(self) -> int:
        """How many places each person fills."""
        return self.places or len(self.options)

    def label(self, key: str) -> str:
        """Return the text of the option of that key; raises KeyError."""
        return {option.key: option.label for option in self.options}[key]


class RankingAnswer(Answer):
    """The keys of the options, the preferred one first."""

    order: tuple[Name, ...] = Field(min_length=1, max_length=len(LETTERS))


def public(specification: RankingSpecification) -> Mapping[str, Any]:
    return {
        "prompt": specification.prompt,
        "places": specification.asked,
        "options": [{"key": option.key, "label": option.label} for option in specification.options],
    }


def check(specification: RankingSpecification, answer: RankingAnswer) -> None:
    """Refuse anything but different options, as many as there are places."""
    if not set(answer.order) <= {option.key for option in specification.options}:
        raise AnswerRefused("Ce choix ne fait pas partie de la liste. Recharge la page et recommence.")
    twice = [option.label for option in specification.options if answer.order.count(option.key) > 1]
    if twice:
        raise AnswerRefused(f"« {twice[0]} » est classé deux fois. Classe chaque choix une seule fois.")
    left = specification.asked - len(answer.order)
    if left > 0:
        raise AnswerRefused(f"Il reste {left} {'places' if left > 1 else 'place'} à remplir. Complète, puis envoie.")
    if left < 0:
        raise AnswerRefused(f"Garde seulement {specification.asked} {'choix, tes préférés' if specification.asked > 1 else 'choix, ton préféré'}.")


def in_words(specification: RankingSpecification, answer: RankingAnswer) -> str:
    return " ; ".join(f"{place}. {specification.label(key)}" for place, key in enumerate(answer.order, 1))
