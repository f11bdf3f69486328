"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from workshop.exercises.author import wraps
from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.opaque import opaque

from .written import Gap, has_stray_bracket, pieces

FEWEST, MOST = 1, 8
"""Gaps in one text: as many as one figure shows."""
LONGEST = 30

Decoy = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST)]
Name = Annotated[str, Field(max_length=20)]


class GapsSpecification(Specification):
    text: str = Field(
        title="Texte à trous",
        description="Chaque mot à trouver entre crochets, à sa place : « J’ai [préparé] 80 commandes. »",
        json_schema_extra=wraps("[", "]", "Faire un trou avec les mots choisis"),
        min_length=3,
        max_length=700,
    )
    decoys: tuple[Decoy, ...] = Field(default=(), title="Mots en trop", description="Ils ne vont dans aucun trou.", max_length=4)
    explanation: str = Field(default="", title="Explication", description="Dite à chaque personne après le résultat.", max_length=280)
    takeaway: str = Field(default="", title="À retenir", description="La phrase que le groupe garde.", max_length=280)

    @model_validator(mode="after")
    def _brackets(self) -> Self:
        if has_stray_bracket(self.text):
            raise ValueError("text : un crochet est vide, seul ou dans un autre ; écrivez chaque mot à trouver entre [ et ]")
        count = len(self.gaps)
        if count < FEWEST:
            raise ValueError("text : aucun trou ; mettez un mot à trouver entre [ et ]")
        if count > MOST:
            raise ValueError(f"text : {count} trous ; gardez-en {MOST} au plus")
        return self

    @model_validator(mode="after")
    def _each_word_once(self) -> Self:
        if len(self._bank) < 2:
            raise ValueError("decoys : un seul mot à choisir ; ajoutez un mot en trop")
        seen: set[str] = set()
        for word in self._bank:
            if len(word) > LONGEST:
                raise ValueError(f"text : « {word} » est trop long ; {LONGEST} lettres au plus")
            if word.casefold() in seen:
                raise ValueError(f"text : le mot « {word} » est deux fois dans la liste ; chaque mot ne sert qu’une fois")
            seen.add(word.casefold())
        return self

    @property
    def pieces(self) -> tuple[str | Gap, ...]:
        """The text cut at its gaps."""
        return pieces(self.text)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, Gap))

    @property
    def words(self) -> dict[str, str]:
        """Every word to choose from by its opaque id, decoys included, in the order of the alphabet."""
        return {opaque(word): word for word in sorted(self._bank, key=str.casefold)}

    @property
    def _bank(self) -> list[str]:
        return [*(gap.word for gap in self.gaps), *self.decoys]


class GapsAnswer(Answer):
    """For the number of each gap ("1", "2", …), the id of the word that was put there."""

    words: dict[Name, Name] = Field(min_length=1, max_length=MOST)


def public(specification: GapsSpecification) -> Mapping[str, Any]:
    """Return the text with its gaps empty, and apart from it the words in the order of the alphabet under ids that tell nothing."""
    return {
        "prompt": specification.prompt,
        "pieces": [{"gap": piece.key} if isinstance(piece, Gap) else {"text": piece} for piece in specification.pieces],
        "words": [{"id": name, "label": word} for name, word in specification.words.items()],
    }


def check(specification: GapsSpecification, answer: GapsAnswer) -> None:
    """Refuse a gap or a word that does not exist, a word that serves twice, and a gap left empty."""
    words = specification.words
    keys = [gap.key for gap in specification.gaps]
    if not set(answer.words) <= set(keys) or not set(answer.words.values()) <= set(words):
        raise AnswerRefused("Ce mot ne fait pas partie des choix. Recharge la page et recommence.")
    used = list(answer.words.values())
    twice = [words[name] for name in words if used.count(name) > 1]
    if twice:
        raise AnswerRefused(f"« {twice[0]} » sert deux fois. Un mot ne sert qu’une fois : change l’un des deux.")
    empty = [key for key in keys if key not in answer.words]
    if empty:
        raise AnswerRefused(f"Le trou {empty[0]} est vide. Remplis tous les trous, puis envoie.")


def in_words(specification: GapsSpecification, answer: GapsAnswer) -> str:
    words = specification.words
    return " ; ".join(f"{gap.number}. {words[answer.words[gap.key]]}" for gap in specification.gaps)
