"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.free_text import OneLine

from .usual import USUAL

WHENS = ("aujourd’hui", "cette semaine", "ce mois-ci")
LONGEST = 120
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")

Action = Annotated[OneLine, Field(min_length=1)]


class CommitmentSpecification(Specification):
    suggestions: tuple[Annotated[str, Field(min_length=3, max_length=LONGEST)], ...] = Field(
        default=USUAL, title="Actions proposées", description="Une action par ligne, qui commence par un verbe.", min_length=1, max_length=20
    )
    max_actions: int = Field(default=3, title="Nombre d’actions", description="Pour chaque personne, de 1 à 3.", ge=1, le=3)

    @model_validator(mode="after")
    def _different(self) -> Self:
        if len({suggestion.casefold() for suggestion in self.suggestions}) < len(self.suggestions):
            raise ValueError("suggestions : une action est écrite deux fois ; gardez-la une seule fois")
        return self


class CommitmentAnswer(Answer):
    actions: tuple[str, ...] = Field(default=(), max_length=3)
    """Taken from the suggestions."""
    own: tuple[Action, ...] = Field(default=(), max_length=3)
    """In one's own words: the only actions that somebody may have to approve."""
    when: Literal["aujourd’hui", "cette semaine", "ce mois-ci"] | date
    help: Literal["yes", "no"] = "no"
    help_with: OneLine = ""

    @field_validator("when", mode="before")
    @classmethod
    def _readable(cls, when: Any) -> Any:
        if isinstance(when, date) or when in WHENS:
            return when
        try:
            return date.fromisoformat(when)
        except (TypeError, ValueError):
            raise ValueError("Choisis quand tu le fais : aujourd’hui, cette semaine, ce mois-ci ou une date.") from None

    @property
    def everything(self) -> tuple[str, ...]:
        return (*self.actions, *self.own)

    @property
    def wants_help(self) -> bool:
        """Somebody who wrote what help is needed wants it, even without ticking the box."""
        return self.help == "yes" or bool(self.help_with)

    @property
    def told(self) -> str:
        """When, and with what help: "Le 1er mars 2027, avec de l’aide (relire mon CV)"."""
        return f"{sentence_start(self.when)}{help_in_words(self)}"


def public(specification: CommitmentSpecification) -> Mapping[str, Any]:
    """Return the prompt, the suggested actions and how many may be taken; nothing is right or wrong here."""
    return {
        "prompt": specification.prompt,
        "suggestions": list(specification.suggestions),
        "max_actions": specification.max_actions,
        "max_length": LONGEST,
        "whens": list(WHENS),
    }


def check(specification: CommitmentSpecification, answer: CommitmentAnswer) -> None:
    """Refuse no action at all, too many, one taken twice, one that was not suggested, and a text that is too long."""
    if not answer.everything:
        raise AnswerRefused("Choisis une action, ou écris la tienne.")
    if not set(answer.actions) <= set(specification.suggestions):
        raise AnswerRefused("Cette action n’est plus proposée. Recharge la page et choisis à nouveau.")
    if len({action.casefold() for action in answer.everything}) < len(answer.everything):
        raise AnswerRefused("Une action est là deux fois. Garde-la une seule fois.")
    if len(answer.everything) > specification.max_actions:
        most = "une action" if specification.max_actions == 1 else f"{specification.max_actions} actions"
        raise AnswerRefused(f"Garde {most} au plus : c’est plus facile à tenir.")
    if any(len(text) > LONGEST for text in (*answer.own, answer.help_with)):
        raise AnswerRefused(f"Un texte est trop long. Reste à {LONGEST} lettres au plus.")


def in_words(specification: CommitmentSpecification, answer: CommitmentAnswer) -> str:
    """Return one full sentence: "Cette semaine : mettre à jour son CV et consulter les offres, avec de l’aide (pour les photos)."."""
    actions = [_inside(action) for action in answer.everything]
    done = actions[0] if len(actions) == 1 else f"{', '.join(actions[:-1])} et {actions[-1]}"
    return f"{sentence_start(answer.when)} : {done}{help_in_words(answer)}."


def _inside(action: str) -> str:
    """Return the action as it stands inside a sentence: no full stop, no capital, unless the first word is all in capitals (CV)."""
    bare = action.rstrip(" .") or action
    first = bare.split()[0]
    return bare if len(first) > 1 and first.isupper() else bare[:1].lower() + bare[1:]


def sentence_start(when: str | date) -> str:
    if isinstance(when, date):
        return f"Le {'1er' if when.day == 1 else when.day} {MONTHS[when.month - 1]} {when.year}"
    return when[:1].upper() + when[1:]


def help_in_words(answer: CommitmentAnswer) -> str:
    if not answer.wants_help:
        return ""
    return f", avec de l’aide ({_inside(answer.help_with)})" if answer.help_with else ", avec de l’aide"


def texts(answer: CommitmentAnswer) -> Sequence[str]:
    return tuple(text for text in (*answer.own, answer.help_with) if text)


def without(answer: CommitmentAnswer, is_hidden: Callable[[str], bool]) -> CommitmentAnswer | None:
    """Return the answer with what may be shown, or None where no action is left; suggested actions are never hidden."""
    own = tuple(action for action in answer.own if not is_hidden(action))
    if not answer.actions and not own:
        return None
    return answer.model_copy(update={"own": own, "help_with": answer.help_with if answer.help_with and not is_hidden(answer.help_with) else ""})
