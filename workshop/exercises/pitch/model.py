"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.free_text import OneLine

from .speaking import WORDS_PER_MINUTE, begun, named, rest, sentence, words

MOST_SENTENCES = 8
STALE = "Cette phrase n’est plus demandée. Recharge la page et recommence."

Key = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,20}$")]
Example = Annotated[str, Field(min_length=1, max_length=120)]


class Sentence(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    start: str = Field(title="Début de phrase", description="Chaque personne écrit la suite\u00a0: «\u00a0Je cherche …\u00a0»", min_length=2, max_length=50)
    hint: str = Field(default="", title="Aide", description="Une phrase courte\u00a0: «\u00a0Une seule chose, la plus forte.\u00a0»", max_length=120)
    examples: tuple[Example, ...] = Field(
        default=(), title="Idées à toucher", description="Une par ligne. Ce sont des suites de la phrase\u00a0: «\u00a0un stage en cuisine\u00a0»", max_length=8
    )
    optional: bool = Field(default=False, title="Phrase facultative", description="Cochez si on peut la laisser vide.")


class PitchSpecification(Specification):
    sentences: tuple[Sentence, ...] = Field(
        title="Phrases guidées", description="Dans l’ordre où on les dit. Quatre ou cinq suffisent.", min_length=2, max_length=MOST_SENTENCES
    )
    seconds: int = Field(default=60, title="Durée de l’entraînement", description="En secondes, de 20 à 180.", ge=20, le=180)
    max_length: int = Field(default=160, title="Longueur de chaque suite", description="En lettres, de 40 à 300.", ge=40, le=300)

    @model_validator(mode="after")
    def _can_be_written(self) -> Self:
        if len({one.key for one in self.sentences}) < len(self.sentences):
            raise ValueError("sentences\u00a0: deux phrases ont le même identifiant\u202f; donnez un identifiant différent à chacune")
        starts = [named(one.start).casefold() for one in self.sentences]
        if not all(map(words, starts)):
            raise ValueError("sentences\u00a0: un début de phrase n’a que de la ponctuation\u202f; écrivez-y quelques mots")
        if len({*starts}) < len(starts):
            raise ValueError("sentences\u00a0: un début de phrase est écrit deux fois\u202f; gardez-le une seule fois")
        for one in self.sentences:
            if any(len(example) > self.max_length for example in one.examples):
                raise ValueError(f"sentences\u00a0: une idée de «\u00a0{one.start}\u00a0» dépasse {self.max_length} lettres\u202f; raccourcissez-la")
            if len({example.casefold() for example in one.examples}) < len(one.examples):
                raise ValueError(f"sentences\u00a0: une idée de «\u00a0{one.start}\u00a0» est écrite deux fois\u202f; gardez-la une seule fois")
        return self

    @property
    def starts(self) -> dict[str, str]:
        return {one.key: one.start for one in self.sentences}


class PitchAnswer(Answer):
    said: dict[Key, OneLine] = Field(max_length=MOST_SENTENCES)
    """What was written after each beginning, by the sentence's key; an empty one is left out."""
    hardest: Annotated[str, Field(max_length=20)] = ""
    """The key of the sentence that is hard to say, where somebody cared to tell."""

    @field_validator("said")
    @classmethod
    def _something(cls, said: dict[str, str]) -> dict[str, str]:
        return {key: text for key, text in said.items() if text}

    def lines(self, starts: Mapping[str, str]) -> tuple[str, ...]:
        """Return the text, a sentence a line, in the order of the beginnings."""
        told = (sentence(start, self.said.get(key, "")) for key, start in starts.items())
        return tuple(line for line in told if line)


def public(specification: PitchSpecification) -> Mapping[str, Any]:
    """Return everything: there is nothing to find out here."""
    return {
        "prompt": specification.prompt,
        "send": "Garder ma présentation",
        "again": "Garder ce texte",
        "sentences": [{**one.model_dump(mode="json"), "begun": begun(one.start), "named": named(one.start)} for one in specification.sentences],
        "starts": specification.starts,
        "seconds": specification.seconds,
        "max_length": specification.max_length,
        "words_per_minute": WORDS_PER_MINUTE,
    }


def check(specification: PitchSpecification, answer: PitchAnswer) -> None:
    """Refuse a sentence that is not asked, one that is too long, one that is missing, and a text without a word."""
    starts = specification.starts
    if not {*answer.said, *filter(None, [answer.hardest])} <= set(starts):
        raise AnswerRefused(STALE)
    for one in specification.sentences:
        said = answer.said.get(one.key, "")
        over = len(said) - specification.max_length
        if over > 0:
            raise AnswerRefused(f"«\u00a0{named(one.start)}\u00a0»\u00a0: c’est trop long. Enlève au moins {over} lettre{'s' if over > 1 else ''} et renvoie.")
        if not one.optional and not rest(one.start, said):
            raise AnswerRefused(f"«\u00a0{named(one.start)}\u00a0»\u00a0: écris la suite, puis renvoie.")
    if not answer.lines(starts):
        raise AnswerRefused("Écris au moins une phrase, puis renvoie.")


def in_words(specification: PitchSpecification, answer: PitchAnswer) -> str:
    """Return only that there is a text: it has a first name in it, and stands beside an alias nowhere."""
    return "Présentation écrite"
