"""What every exercise type gives. The registry refuses a type that lacks a part.

All functions of a type are pure: no clock, no randomness but the `random.Random` they are handed, no database, no request.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .dealing import Dealing
from .keeping import Keeping, Keepsake
from .story import Story

Section = Literal["knowledge", "climate", "made", "commitments", "feedback", "none"]
"""Under which heading of the report a type's story stands; "none" keeps it out (a slide)."""

Family = Literal["knowledge", "voice", "making", "rhythm"]
"""On which shelf of the catalogue an author finds a type: it is right or wrong, it lets people speak, each leaves with something, it sets the pace."""
USUAL_FAMILIES: Mapping[Section, Family] = {
    "knowledge": "knowledge", "climate": "voice", "feedback": "voice", "made": "making", "commitments": "making", "none": "rhythm",
}  # fmt: skip


class Specification(BaseModel):
    """What an author writes. Every field has a French title, and a description that serves as its hint in the author's form."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    prompt: str = Field(title="Consigne", description="Une phrase courte, à « tu ».", min_length=3, max_length=240)


class Answer(BaseModel):
    """What a phone sends. Anything that does not fit is refused with a reason and never stored."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class AnswerRefused(ValueError):
    """The answer does not fit the specification; the message is French, for the learner, and says what to do."""


@dataclass(frozen=True)
class Grade:
    """`score` in 0..1; `explanation` in French for the learner, never a bare "faux"."""

    score: float
    explanation: str = ""

    @property
    def is_right(self) -> bool:
        return self.score >= 0.999


@dataclass(frozen=True)
class Hand:
    """One thing that raised hands can be counted for: its label, and the answer that each hand stands for."""

    label: str
    answer: Answer


@dataclass(frozen=True)
class FollowUp:
    """A further step made from this one's results, such as the vote after a brainstorm.

    `make(specification, summary)` returns the specification of the new step, of the same type.
    """

    label: str
    make: Callable[[Any, Any], Specification]


@dataclass(frozen=True)
class GoesOn:
    """For an answer that is given in several goes (a story): each one is sent, stored, and shows the phone what comes next.

    `public(specification, answer)` returns what this phone may know beside the type's `public`, given its answer so far (None before the first).
    `is_done(specification, answer)` tells whether nothing is left to answer; until then the person does not count as having answered.
    """

    public: Callable[[Any, Any], Mapping[str, Any]]
    is_done: Callable[[Any, Any], bool]


@dataclass(frozen=True, kw_only=True)
class ExerciseType:
    """Everything the frame needs of a type. `name` is the folder's name, filled in by the registry."""

    label: str
    """French name, as an author sees it."""
    purpose: str
    """When to use it: one French sentence."""
    Specification: type[Specification]
    public: Callable[[Any], Mapping[str, Any]]
    """public(specification) → all that a phone and the screen may know before the reveal. A whitelist, field by field."""
    section: Section
    family: Family | None = None
    """None where the section tells it already: see `shelf`."""
    Answer: type[Answer] | None = None
    """None where there is nothing to answer (a slide)."""
    check: Callable[[Any, Any], None] | None = None
    """check(specification, answer) raises AnswerRefused where a well-formed answer does not fit this specification."""
    grade: Callable[[Any, Any], Grade | None] | None = None
    """None where nothing is right or wrong. It may return None for an answer that cannot be judged (a story that has not come to its end)."""
    goes_on: GoesOn | None = None
    """None where an answer is given in one go."""
    is_private: bool = False
    """True where a person's answer is shown beside no name: neither in the spreadsheet nor to a counsellor who answers in that person's place."""
    stays_on_phone: bool = False
    """True where a part of it never leaves the phone (first names, thirty answers): at the end of the session its `result` is shown once more, as
    `recall(root, pocket)` of its phone.js fills it in. That function returns whether this phone had kept anything."""
    measure: Callable[[Any, Any], float] | None = None
    """measure(specification, answer) → a number that can be compared before and after (a scale's value)."""
    summarise: Callable[[Any, Sequence[Any]], Any] | None = None
    """summarise(specification, answers) → the type's own summary; the order of the answers never matters."""
    tell: Callable[[Any, Any], Story] | None = None
    """tell(specification, summary) → Story."""
    in_words: Callable[[Any, Any], str] | None = None
    """in_words(specification, answer) → one person's answer as plain French, for the spreadsheet and the desk."""
    imagine: Callable[[Any, Random], Any] | None = None
    """imagine(specification, random) → a plausible answer, for the rehearsal."""
    texts: Callable[[Any], Sequence[str]] | None = None
    """texts(answer) → the free texts in it, each of which a counsellor may approve or hide."""
    without: Callable[[Any, Callable[[str], bool]], Any | None] | None = None
    """without(answer, is_hidden) → the answer with the hidden texts taken out, or None where nothing is left."""
    hands: Callable[[Any], Mapping[str, Hand]] | None = None
    """hands(specification) → what raised hands can be counted for, by key; None where hands cannot be counted."""
    together: Callable[[Any, Sequence[Any]], Any | None] | None = None
    """together(specification, answers) → the answer of one person who raised a hand for each of them, where several may be chosen; None where each
    raised hand is another person. Without it, each is."""
    Arrangement: type[BaseModel] | None = None
    """What the counsellor may put in order on the desk (groups of ideas)."""
    arrange: Callable[[Any, Any], Any] | None = None
    """arrange(summary, arrangement) → the summary so ordered."""
    arranging: str = "Ranger par groupes"
    """What the desk calls that."""
    shared: Callable[[Any, Any], Mapping[str, Any]] | None = None
    """shared(specification, summary) → what the whole room sees of what came in while the step is open: nobody's name, only texts that may be shown,
    and bounded however much comes in. The macros of phone and screen find it as `public.room`. None for most: nothing is seen before the reveal."""
    follow_up: FollowUp | None = None
    improvise: Callable[[str, Sequence[str]], Specification | None] | None = None
    """improvise(prompt, options) → a specification for a question made up in the room, or None where the type does not suit."""
    dealing: Dealing | None = None
    """What is dealt out among those who are there (teams, roles); None for most. Such a type stands alone in its step."""
    seconds: Callable[[Any], int] | None = None
    """seconds(specification) → the countdown that starts by itself when the step opens (a break); the type's macros find in `public.remaining_s`
    what is left of it, in seconds. None for most: the timer is then the step's own."""
    points: Callable[[Any], int] | None = None
    """points(specification) → how many points are shown one after the other, each with the counsellor's big button; the type's macros find in
    `public.shown` how many are, and nothing there where all are. None for most."""
    files: Callable[[Any], Sequence[str]] | None = None
    """files(specification) → the names of the files of content/videos that it plays, for the reader of workshops to look whether they are there."""
    keeping: Keeping | None = None
    """What the learner keeps of an answer in the notebook; None for most."""
    reveals: bool = True
    """False where there is nothing to reveal: the desk goes straight on."""
    name: str = field(default="", compare=True)

    @property
    def shelf(self) -> Family:
        """The family, where none is given the one that goes with the section."""
        return self.family or USUAL_FAMILIES[self.section]

    @property
    def keeps_answers(self) -> bool:
        """Whether the learner keeps something of an answer."""
        return self.keeping is not None and self.keeping.keep is not None

    def left_by(self, specification: Specification) -> Sequence[Keepsake]:
        """Return what everybody who is there keeps of this without answering."""
        return self.keeping.leave(specification) if self.keeping is not None and self.keeping.leave is not None else ()

    @property
    def is_answerable(self) -> bool:
        return self.Answer is not None

    def public_to(self, specification: Specification, answer: Any) -> Mapping[str, Any]:
        """Return all that the phone of somebody who gave this answer may know before the reveal."""
        shown = self.public(specification)
        return shown if self.goes_on is None else {**shown, **self.goes_on.public(specification, answer)}

    def is_done(self, specification: Specification, answer: Any) -> bool:
        """Return whether nothing is left to answer; None is a pass, which is done."""
        return self.goes_on is None or answer is None or self.goes_on.is_done(specification, answer)

    def scores(self, specification: Specification, answers: Iterable[Any]) -> list[float]:
        """Return the scores, 0..1, of the answers that can be judged; none where the type grades nothing."""
        grades = [self.grade(specification, answer) for answer in answers] if self.grade else []
        return [grade.score for grade in grades if grade is not None]
