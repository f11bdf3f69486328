"""What the room asks: each question once, with how many people ask it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from workshop.typography import french

from .joining import key as key_of
from .model import QuestionsAnswer, QuestionsSpecification

State = Literal["open", "now", "done"]


@dataclass(frozen=True)
class Asked:
    """`people` asked it or voted for it, each counted once; `state` is the counsellor's: still to answer, being answered, answered."""

    key: str
    text: str
    people: int
    state: State = "open"


@dataclass(frozen=True)
class QuestionsSummary:
    questions: tuple[Asked, ...]
    """Being answered, then still to answer, then answered; in each most people first. Of equals neither the alphabet decides nor who was first."""

    @property
    def now(self) -> Asked | None:
        return next((asked for asked in self.questions if asked.state == "now"), None)

    @property
    def answered(self) -> int:
        """How many had an answer; the one that is being answered has one."""
        return sum(asked.state != "open" for asked in self.questions)


def summarise(specification: QuestionsSpecification, answers: Sequence[QuestionsAnswer]) -> QuestionsSummary:
    """Return the questions that are asked; a vote for one that nobody asks (any more) counts for nothing."""
    wordings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    people: Counter[str] = Counter()
    for answer in answers:
        own = {key_of(question): question for question in reversed(answer.questions)}
        for key, question in own.items():
            wordings[key][question] += 1
        people.update({*own, *answer.votes})
    return QuestionsSummary(in_order(Asked(key, _shown(found), people[key]) for key, found in wordings.items()))


def in_order(questions: Iterable[Asked]) -> tuple[Asked, ...]:
    places = {"now": 0, "open": 1, "done": 2}
    return tuple(sorted(questions, key=lambda asked: (places[asked.state], -asked.people, asked.key)))


def _shown(found: Counter[str]) -> str:
    """Return the commonest wording; of equals the longest (with its accents and its question mark), then the last of the alphabet.

    With French spacing, so that no question mark is alone on its line.
    """
    return french(max(found, key=lambda text: (found[text], len(text), text.casefold(), text)))
