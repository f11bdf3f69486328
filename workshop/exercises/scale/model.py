"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from workshop.exercises.author import called
from workshop.exercises.contract import Answer, AnswerRefused, Hand, Specification
from workshop.exercises.faces import faces

TO_TEN = 11
"""Steps of the scale from 0 to 10, which has words at its two ends only."""
USUAL = {
    3: ("Non", "Un peu", "Oui"),
    4: ("Pas du tout", "Plutôt non", "Plutôt oui", "Tout à fait"),
    5: ("Pas du tout", "Plutôt non", "Entre les deux", "Plutôt oui", "Tout à fait"),
    TO_TEN: ("Pas du tout", "Tout à fait"),
}

Word = Annotated[str, Field(min_length=1, max_length=40)]


class ScaleSpecification(Specification):
    prompt: str = Field(title="Phrase", description="Une phrase à la première personne : « Je me sens capable de… »", min_length=3, max_length=240)
    steps: Literal[3, 4, 5, 11] = Field(
        default=5, title="Nombre de marches", description="3, 4 ou 5 avec des visages ; 11 pour aller de 0 à 10.",
        json_schema_extra=called({3: "3 visages", 4: "4 visages", 5: "5 visages", TO_TEN: "De 0 à 10"}),
    )  # fmt: skip
    words: tuple[Word, ...] = Field(default=(), title="Mots", description="Du moins au plus. Vide : les mots habituels. De 0 à 10 : les deux bouts.")

    @field_validator("steps", mode="before")
    @classmethod
    def _known_steps(cls, steps: Any) -> Any:
        if steps not in tuple(USUAL):
            raise ValueError("steps : choisissez 3, 4, 5, ou 11 pour aller de 0 à 10")
        return steps

    @model_validator(mode="after")
    def _as_many_words(self) -> Self:
        wanted = len(USUAL[self.steps])
        if self.words and len(self.words) != wanted:
            raise ValueError(f"words : il faut {wanted} mots, du moins au plus ; il y en a {len(self.words)}")
        if len(set(self.words)) < len(self.words):
            raise ValueError("words : le même mot sert deux fois ; donnez un mot différent à chaque marche")
        return self

    @property
    def is_to_ten(self) -> bool:
        return self.steps == TO_TEN

    @property
    def values(self) -> range:
        """What may be answered: 0 to 10, or 1 to the number of steps."""
        return range(11) if self.is_to_ten else range(1, self.steps + 1)

    @property
    def ends(self) -> tuple[str, str]:
        words = self.words or USUAL[self.steps]
        return words[0], words[-1]

    @property
    def labels(self) -> tuple[str, ...]:
        """One label for each of `values`."""
        return tuple(str(value) for value in self.values) if self.is_to_ten else self.words or USUAL[self.steps]

    @property
    def options(self) -> tuple[dict[str, Any], ...]:
        drawings = faces(self.steps) or ("",) * self.steps
        return tuple({"key": str(v), "label": label, "drawing": d} for v, label, d in zip(self.values, self.labels, drawings, strict=True))


class ScaleAnswer(Answer):
    value: int = Field(ge=0, le=10)

    @field_validator("value", mode="before")
    @classmethod
    def _is_a_number(cls, value: Any) -> Any:
        if value is True or value is False:
            raise ValueError("Choisis une marche, puis envoie.")
        return value


def public(specification: ScaleSpecification) -> Mapping[str, Any]:
    """Return the statement, the steps and the words of the two ends; there is nothing to hide."""
    return {
        "prompt": specification.prompt,
        "is_to_ten": specification.is_to_ten,
        "ends": list(specification.ends),
        "options": list(specification.options),
    }


def check(specification: ScaleSpecification, answer: ScaleAnswer) -> None:
    """Refuse a step that this scale does not have."""
    if answer.value not in specification.values:
        raise AnswerRefused("Cette marche n’existe pas ici. Recharge la page et choisis à nouveau.")


def measure(specification: ScaleSpecification, answer: ScaleAnswer) -> float:
    """Return the answer between 0 (lowest step) and 10 (highest), so that scales of any number of steps compare before and after."""
    low, high = specification.values[0], specification.values[-1]
    return (answer.value - low) * 10 / (high - low)


def in_words(specification: ScaleSpecification, answer: ScaleAnswer) -> str:
    return f"{answer.value} sur 10" if specification.is_to_ten else specification.labels[answer.value - 1]


def hands(specification: ScaleSpecification) -> Mapping[str, Hand]:
    """Return one hand a step; none from 0 to 10, where eleven counts would take longer than they tell."""
    if specification.is_to_ten:
        return {}
    return {str(v): Hand(label, ScaleAnswer(value=v)) for v, label in zip(specification.values, specification.labels, strict=True)}
