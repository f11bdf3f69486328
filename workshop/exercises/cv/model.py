"""What an author writes, what a phone sends, and what may be known before the reveal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Any, Self

from pydantic import Field, field_validator, model_validator

from workshop.exercises.author import called
from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.free_text import OneLine

from . import usual
from .asks import LONGEST_LINE, LONGEST_NAME, Ask
from .block import Block, block_of
from .kinds import FORMS, LABELS, Form, Kind

MOST_LINES = 3
UNSHOWN = ("place", "when")
STALE = "Ce choix n’est plus proposé. Recharge la page et choisis à nouveau."

Example = Annotated[str, Field(min_length=2, max_length=LONGEST_NAME)]
Sentence = Annotated[str, Field(min_length=3, max_length=LONGEST_LINE)]
Name = Annotated[str, Field(max_length=20)]


class CvSpecification(Specification):
    kind: Kind = Field(
        default="experience", title="Bloc du CV",
        description="headline\u00a0: titre et accroche\u00a0; experience\u00a0: expérience\u00a0; training\u00a0: formation\u00a0; "
        "skill\u00a0: compétence avec sa preuve\u00a0; interest\u00a0: langues, permis, centres d’intérêt.",
        json_schema_extra=called(LABELS),
    )  # fmt: skip
    examples: tuple[Example, ...] = Field(
        default=(), title="Exemples à toucher", max_length=12,
        description="Métiers, formations, compétences ou centres d’intérêt. Vide\u00a0: les exemples courants.",
    )  # fmt: skip
    sentences: tuple[Sentence, ...] = Field(
        default=(), title="Phrases prêtes", description="Pour qui écrit peu\u00a0: on les touche. Vide\u00a0: les phrases courantes.", max_length=12
    )
    verbs: tuple[Example, ...] = Field(
        default=(), title="Verbes à toucher", max_length=24,
        description="Ils commencent une phrase\u00a0: «\u00a0Préparé\u00a0». Vide\u00a0: les verbes courants.",
    )  # fmt: skip

    @model_validator(mode="after")
    def _used_and_different(self) -> Self:
        names = {ask.name for ask in self.form.asks}
        if self.sentences and "lines" not in names:
            raise ValueError("sentences\u00a0: ce bloc ne demande pas de phrases\u202f; laissez ce champ vide")
        if self.verbs and not self.form.has_verbs:
            raise ValueError("verbs\u00a0: ce bloc ne demande pas de verbes\u202f; laissez ce champ vide")
        for field in ("examples", "sentences", "verbs"):
            given = getattr(self, field)
            if len({text.casefold() for text in given}) < len(given):
                raise ValueError(f"{field}\u00a0: un texte est écrit deux fois\u202f; gardez-le une seule fois")
        if self.kind == "interest" and (offered := {*self.examples} & {*usual.LANGUAGES, *usual.LICENCES}):
            raise ValueError(f"examples\u00a0: «\u00a0{sorted(offered)[0]}\u00a0» est déjà proposé avec les langues et les permis\u202f; enlevez-le")
        return self

    @property
    def form(self) -> Form:
        return FORMS[self.kind]

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What is asked, with the author's own examples and sentences where there are some."""
        own = {"what": self.examples, "interests": self.examples, "lines": self.sentences}
        return tuple(replace(ask, choices=own.get(ask.name) or ask.choices) for ask in self.form.asks)

    @property
    def starting_verbs(self) -> tuple[str, ...]:
        return (self.verbs or usual.VERBS) if self.form.has_verbs else ()


class CvAnswer(Answer):
    picked: dict[Name, Annotated[str, Field(max_length=LONGEST_LINE)]] = Field(default={}, max_length=6)
    """One thing touched, by what was asked."""
    own: dict[Name, OneLine] = Field(default={}, max_length=6)
    """In one's own words, by what was asked: it takes the place of what was touched."""
    lines: tuple[Annotated[str, Field(max_length=LONGEST_LINE)], ...] = Field(default=(), max_length=12)
    """Sentences or things touched, where several may be."""
    own_lines: tuple[Annotated[OneLine, Field(min_length=1)], ...] = Field(default=(), max_length=MOST_LINES)

    @field_validator("own")
    @classmethod
    def _something(cls, own: dict[str, str]) -> dict[str, str]:
        return {name: text for name, text in own.items() if text}

    def said(self, name: str) -> str:
        return self.own.get(name) or self.picked.get(name, "")

    @property
    def all_lines(self) -> tuple[str, ...]:
        return (*self.lines, *self.own_lines)

    def block(self, kind: str) -> Block:
        return block_of(kind, self)


def public(specification: CvSpecification) -> Mapping[str, Any]:
    """Return what is asked and what may be touched; there is nothing to hide."""
    return {
        "prompt": specification.prompt,
        "send": "Envoyer mon bloc",
        "kind": specification.kind,
        "asks": [{**vars(ask), "choices": list(ask.choices), "longest": ask.longest} for ask in specification.asks],
        "verbs": list(specification.starting_verbs),
    }


def check(specification: CvSpecification, answer: CvAnswer) -> None:
    """Refuse what was not asked or not offered, what is missing, too much, doubled or too long."""
    asks = {ask.name: ask for ask in specification.asks}
    single = {name: ask for name, ask in asks.items() if ask.takes == 1}
    several = {name: ask for name, ask in asks.items() if ask.takes > 1}
    if not set(answer.picked) <= set(single) or any(choice not in asks[name].choices for name, choice in answer.picked.items()):
        raise AnswerRefused(STALE)
    if not set(answer.own) <= {name for name, ask in asks.items() if ask.own and name != "lines"} or (answer.own_lines and "lines" not in asks):
        raise AnswerRefused(STALE)
    if not set(answer.lines) <= {choice for ask in several.values() for choice in ask.choices}:
        raise AnswerRefused(STALE)
    for ask in specification.asks:
        _refuse_what_does_not_fit(ask, _given(answer, ask))
    if not any((answer.picked, answer.own, answer.all_lines)):
        raise AnswerRefused("Choisis ou écris au moins une chose.")


def _given(answer: CvAnswer, ask: Ask) -> list[str]:
    if ask.takes == 1:
        return [text for text in [answer.said(ask.name)] if text]
    own = answer.own_lines if ask.name == "lines" else [answer.own[ask.name]] if ask.name in answer.own else []
    return [*(line for line in answer.lines if line in ask.choices), *own]


def _refuse_what_does_not_fit(ask: Ask, given: Sequence[str]) -> None:
    if ask.is_needed and not given:
        raise AnswerRefused(f"«\u00a0{ask.question}\u00a0»\u00a0: choisis ou écris quelque chose.")
    if len(given) > ask.takes:
        raise AnswerRefused(f"«\u00a0{ask.question}\u00a0»\u00a0: garde {ask.takes} réponses au plus.")
    if len({text.casefold() for text in given}) < len(given):
        raise AnswerRefused(f"«\u00a0{ask.question}\u00a0»\u00a0: une réponse est là deux fois. Garde-la une seule fois.")
    if any(len(text) > ask.longest for text in given if text not in ask.choices):
        raise AnswerRefused(f"«\u00a0{ask.question}\u00a0»\u00a0: ton texte est trop long. Reste à {ask.longest} lettres au plus.")


def in_words(specification: CvSpecification, answer: CvAnswer) -> str:
    """Return the block on one line: "Vente (Stage · Lyon · 2025) : Accueilli les clients ; Rangé le stock"."""
    return answer.block(specification.kind).in_words


def texts(answer: CvAnswer) -> Sequence[str]:
    """Return what names the block and its sentences; where and when it was is shown to nobody but the learner and the counsellor."""
    return (*(text for name, text in answer.own.items() if name not in UNSHOWN), *answer.own_lines)


def without(answer: CvAnswer, is_hidden: Callable[[str], bool]) -> CvAnswer | None:
    """Return the answer with what may be shown; None where nothing is left, or where what is left names nothing or says nothing any more."""
    own = {name: text for name, text in answer.own.items() if name in UNSHOWN or not is_hidden(text)}
    own_lines = tuple(line for line in answer.own_lines if not is_hidden(line))
    left = answer.model_copy(update={"own": own, "own_lines": own_lines})
    lost_its_name = bool(answer.said("what")) and not left.said("what")
    lost_its_lines = bool(answer.all_lines) and not left.all_lines
    return None if lost_its_name or lost_its_lines or not any((left.picked, left.own, left.all_lines)) else left
