"""What an author writes, what a phone sends, and what may be known before anybody has asked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from workshop.exercises.contract import Answer, AnswerRefused, Specification
from workshop.exercises.free_text import OneLine

from .joining import key, plain

LONGEST = 120
"""Letters of a question: it is read on the screen, among many."""
MOST_QUESTIONS = 3
MOST_VOTES = 200

Key = Annotated[str, Field(pattern=r"^q[0-9a-f]{11}$")]


class QuestionsSpecification(Specification):
    max_questions: int = Field(default=MOST_QUESTIONS, title="Nombre de questions", description="Pour chaque personne, de 1 à 3.", ge=1, le=MOST_QUESTIONS)
    max_length: int = Field(default=LONGEST, title="Longueur d’une question", description="En lettres.", ge=40, le=LONGEST)


class QuestionsAnswer(Answer):
    """One's own questions, and the keys of the others' questions that one has too. Asking counts as voting."""

    questions: tuple[Annotated[OneLine, Field(min_length=1)], ...] = Field(default=(), max_length=MOST_QUESTIONS)
    votes: tuple[Key, ...] = Field(default=(), max_length=MOST_VOTES)

    @property
    def own_keys(self) -> tuple[str, ...]:
        """The keys of one's own questions."""
        return tuple(key(question) for question in self.questions)


def public(specification: QuestionsSpecification) -> Mapping[str, Any]:
    """Return the prompt and the size of the form; there is nothing to hide, and what the room asked comes as `room`."""
    return {
        "prompt": specification.prompt,
        "max_questions": specification.max_questions,
        "max_length": specification.max_length,
        "send": "Envoyer",
        "again": "Envoyer",
    }


def check(specification: QuestionsSpecification, answer: QuestionsAnswer) -> None:
    """Refuse an empty answer, too many questions, one that is too long or has no word.

    A vote for a question that is no longer there (hidden, edited) is taken and counts for nothing: whoever voted did nothing wrong.
    """
    if not answer.questions and not answer.votes:
        raise AnswerRefused("Écris une question, ou choisis une question du groupe. Pour tout retirer, touche « Je passe ».")
    if len(answer.questions) > specification.max_questions:
        raise AnswerRefused(f"Tu peux poser {_many(specification.max_questions)} au plus. Garde ce qui compte le plus.")
    if any(len(question) > specification.max_length for question in answer.questions):
        raise AnswerRefused(f"Ta question est trop longue. Reste à {specification.max_length} lettres au plus.")
    if not all(plain(question) for question in answer.questions):
        raise AnswerRefused("Ta question n’a pas de mot. Écris-la avec des mots.")


def in_words(specification: QuestionsSpecification, answer: QuestionsAnswer) -> str:
    """Return that something was asked, and never what: these words stand beside a name."""
    return "A posé une question, sans nom" if answer.questions else "A voté, sans nom"


def texts(answer: QuestionsAnswer) -> Sequence[str]:
    return answer.questions


def without(answer: QuestionsAnswer, is_hidden: Callable[[str], bool]) -> QuestionsAnswer | None:
    """Return the answer with the questions that may be shown and all its votes, or None where nothing is left."""
    kept = tuple(question for question in answer.questions if not is_hidden(question))
    return answer.model_copy(update={"questions": kept}) if kept or answer.votes else None


def _many(count: int) -> str:
    return f"{count} questions" if count > 1 else "une question"
