"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.free_text import OneLine

from .moments import WHENS, When, sentence_start
from .usual import USUAL

LONGEST = 120

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
    when: When
    """Of the first action, and of every other that has no moment of its own."""
    later: dict[Literal["2", "3"], When] = Field(default_factory=dict)
    """When the second and the third action are done, in the order of `everything`, where that is not when the first is."""
    help: Literal["yes", "no"] = "no"
    help_with: OneLine = ""

    @field_validator("later")
    @classmethod
    def _says_something(cls, later: dict[str, When], info: ValidationInfo) -> dict[str, When]:
        count = len(info.data.get("actions", ())) + len(info.data.get("own", ()))
        return {number: when for number, when in later.items() if int(number) <= count and when != info.data.get("when")}

    @property
    def everything(self) -> tuple[str, ...]:
        return (*self.actions, *self.own)

    @property
    def wants_help(self) -> bool:
        """Somebody who wrote what help is needed wants it, even without ticking the box."""
        return self.help == "yes" or bool(self.help_with)

    @property
    def moments(self) -> tuple[When, ...]:
        """When each action is done."""
        return tuple(self.later.get(str(number), self.when) for number in range(1, len(self.everything) + 1))

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Each action, with when and with what help: "Le 1er mars 2027, avec de l’aide (relire mon CV)"."""
        return tuple((action, f"{sentence_start(when)}{help_in_words(self)}") for action, when in zip(self.everything, self.moments, strict=True))


def public(specification: CommitmentSpecification) -> Mapping[str, Any]:
    """Return the prompt, the suggested actions and how many may be taken; nothing is right or wrong here."""
    return {
        "prompt": specification.prompt,
        "suggestions": list(specification.suggestions),
        "max_actions": specification.max_actions,
        "max_length": LONGEST,
        "whens": list(WHENS),
        "later": list(range(2, specification.max_actions + 1)),
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
    """Return one full sentence: "Cette semaine : mettre à jour son CV et consulter les offres, avec de l’aide (pour les photos)."."""
    at: dict[When, list[str]] = {}
    for action, when in zip(answer.everything, answer.moments, strict=True):
        at.setdefault(when, []).append(_inside(action))
    first, *others = [f"{sentence_start(when)}\u00a0: {_joined(actions)}" for when, actions in at.items()]
    told = "\u202f; ".join((first, *(f"{other[:1].lower()}{other[1:]}" for other in others)))
    return f"{told}{help_in_words(answer)}."


def _joined(actions: Sequence[str]) -> str:
    return actions[0] if len(actions) == 1 else f"{', '.join(actions[:-1])} et {actions[-1]}"


def _inside(action: str) -> str:
    """Return the action as it stands inside a sentence: no full stop, no capital, unless the first word is all in capitals (CV)."""
    bare = action.rstrip(" .") or action
    first = bare.split()[0]
    return bare if len(first) > 1 and first.isupper() else bare[:1].lower() + bare[1:]


def help_in_words(answer: CommitmentAnswer) -> str:
    if not answer.wants_help:
        return ""
    return f", avec de l’aide ({_inside(answer.help_with)})" if answer.help_with else ", avec de l’aide"


def texts(answer: CommitmentAnswer) -> Sequence[str]:
    return tuple(text for text in (*answer.own, answer.help_with) if text)


def without(answer: CommitmentAnswer, is_hidden: Callable[[str], bool]) -> CommitmentAnswer | None:
    """Return the answer with what may be shown, or None where no action is left; suggested actions are never hidden."""
    shown = [(action, when) for action, when in zip(answer.everything, answer.moments, strict=True) if action in answer.actions or not is_hidden(action)]
    if not shown:
        return None
    (_, first), *others = shown
    kept = {
        "own": tuple(action for action in answer.own if not is_hidden(action)),
        "when": first,
        "later": {str(number): when for number, (_, when) in enumerate(others, 2) if when != first},
        "help_with": answer.help_with if answer.help_with and not is_hidden(answer.help_with) else "",
    }
    return answer.model_copy(update=kept)
