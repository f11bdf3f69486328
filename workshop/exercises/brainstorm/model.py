"""What an author writes, what a phone sends, and what may be known before the reveal. With `vote_on` the form is the vote."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Hand, Specification
from workshop.exercises.free_text import OneLine

from .joining import key as key_of

LONGEST = 200
MOST_OPTIONS = 24


class VoteOption(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    key: str = Field(title="Identifiant", pattern=r"^[a-z0-9-]{1,20}$")
    label: str = Field(title="Idée", min_length=1, max_length=LONGEST)
    group: str = Field(default="", title="Groupe", description="Vide si l’idée n’est dans aucun groupe.", max_length=60)


class BrainstormSpecification(Specification):
    max_ideas: int = Field(default=3, title="Nombre d’idées", description="Pour chaque personne, de 1 à 5.", ge=1, le=5)
    max_length: int = Field(default=80, title="Longueur d’une idée", description="En lettres.", ge=20, le=LONGEST)
    vote_on: tuple[VoteOption, ...] = Field(
        default=(), title="Idées à départager", description="Laissez vide pour récolter des idées ; remplissez pour faire voter.", max_length=MOST_OPTIONS
    )
    votes: int = Field(default=3, title="Nombre de votes", description="Pour chaque personne, quand il y a un vote.", ge=1, le=10)

    @model_validator(mode="after")
    def _votable(self) -> Self:
        keys = [option.key for option in self.vote_on]
        if len(set(keys)) < len(keys):
            raise ValueError("vote_on : deux idées ont le même identifiant ; donnez un identifiant différent à chacune")
        if len(keys) == 1:
            raise ValueError("vote_on : il faut au moins deux idées pour voter")
        if self.is_vote and self.votes > len(keys):
            raise ValueError(f"votes : {self.votes} votes pour {len(keys)} idées ; donnez au plus {len(keys)} votes")
        return self

    @property
    def is_vote(self) -> bool:
        return bool(self.vote_on)


class BrainstormAnswer(Answer):
    """Ideas or votes, never both; the specification says which."""

    ideas: tuple[Annotated[OneLine, Field(min_length=1)], ...] = Field(default=(), max_length=5)
    votes: tuple[str, ...] = Field(default=(), max_length=10)


def public(specification: BrainstormSpecification) -> Mapping[str, Any]:
    """Return the prompt and the size of the form, or the ideas to vote on; nothing is right or wrong here."""
    return {
        "prompt": specification.prompt,
        "max_ideas": specification.max_ideas,
        "max_length": specification.max_length,
        "is_vote": specification.is_vote,
        "vote_on": [{"key": option.key, "label": option.label, "group": option.group} for option in specification.vote_on],
        "votes": specification.votes,
    }


def check(specification: BrainstormSpecification, answer: BrainstormAnswer) -> None:
    """Refuse votes where ideas are asked and ideas where votes are; too many of either, too long an idea, an idea without a word."""
    if specification.is_vote:
        _check_votes(specification, answer)
    else:
        _check_ideas(specification, answer)


def _check_ideas(specification: BrainstormSpecification, answer: BrainstormAnswer) -> None:
    if answer.votes:
        raise AnswerRefused("Ici, on cherche des idées. Le vote vient après. Recharge la page et écris une idée.")
    if not answer.ideas:
        raise AnswerRefused("Écris au moins une idée avant d’envoyer.")
    if len(answer.ideas) > specification.max_ideas:
        raise AnswerRefused(f"Tu peux donner {_many(specification.max_ideas, 'idée')} au plus. Garde les meilleures.")
    if any(len(idea) > specification.max_length for idea in answer.ideas):
        raise AnswerRefused(f"Une idée est trop longue. Reste à {specification.max_length} lettres au plus par idée.")
    if not all(key_of(idea) for idea in answer.ideas):
        raise AnswerRefused("Une idée n’a pas de mot. Écris-la avec des mots.")


def _check_votes(specification: BrainstormSpecification, answer: BrainstormAnswer) -> None:
    if answer.ideas:
        raise AnswerRefused("Ici, on vote. On n’ajoute plus d’idée. Recharge la page et choisis.")
    if not answer.votes:
        raise AnswerRefused("Choisis au moins une idée avant d’envoyer.")
    if not set(answer.votes) <= {option.key for option in specification.vote_on}:
        raise AnswerRefused("Cette idée ne fait pas partie du vote. Recharge la page et choisis à nouveau.")
    if len(set(answer.votes)) < len(answer.votes):
        raise AnswerRefused("Une idée est choisie deux fois. Un seul vote par idée.")
    if len(answer.votes) > specification.votes:
        raise AnswerRefused(f"Tu as {_many(specification.votes, 'vote')}. Enlève des choix et renvoie.")


def in_words(specification: BrainstormSpecification, answer: BrainstormAnswer) -> str:
    if specification.is_vote:
        return " ; ".join(option.label for option in specification.vote_on if option.key in answer.votes)
    return " ; ".join(answer.ideas)


def texts(answer: BrainstormAnswer) -> Sequence[str]:
    return answer.ideas


def without(answer: BrainstormAnswer, is_hidden: Callable[[str], bool]) -> BrainstormAnswer | None:
    """Return the answer with the ideas that may be shown, or None where none is left; votes hide nothing."""
    if not answer.ideas:
        return answer
    kept = tuple(idea for idea in answer.ideas if not is_hidden(idea))
    return answer.model_copy(update={"ideas": kept}) if kept else None


def hands(specification: BrainstormSpecification) -> Mapping[str, Hand]:
    """Return one hand per idea to vote on; nothing where ideas are asked, for hands cannot tell an idea."""
    return {option.key: Hand(option.label, BrainstormAnswer(votes=(option.key,))) for option in specification.vote_on}


def together(specification: BrainstormSpecification, answers: Sequence[BrainstormAnswer]) -> BrainstormAnswer | None:
    """Return all the votes as one person's, where each has several; more than that many hands of one person cannot be told apart from two persons'."""
    votes = tuple(key for answer in answers for key in answer.votes)
    return BrainstormAnswer(votes=votes) if specification.votes > 1 and len(votes) <= specification.votes else None


def _many(count: int, word: str) -> str:
    return f"{count} {word}s" if count > 1 else f"{count} {word}"
