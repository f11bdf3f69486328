"""What the room is told of its questions, on the screen while they are answered and in the report."""

from workshop.exercises.contract import Story
from workshop.figures import OrderedList, Ranked

from .model import QuestionsSpecification
from .summary import Asked, QuestionsSummary


def tell(specification: QuestionsSpecification, summary: QuestionsSummary) -> Story:
    """Return the questions by the number of people who have them; those with an answer last."""
    return Story(_sentence(summary), (OrderedList("", tuple(Ranked(asked.text, None, _note(asked)) for asked in summary.questions)),))


def counted(summary: QuestionsSummary) -> str:
    """Return how many questions there are and how many had an answer, without the stop: "14 questions, 9 ont eu une réponse"."""
    if not summary.questions:
        return "Pas encore de question"
    if len(summary.questions) == 1:
        return "1 question, elle a eu une réponse" if summary.answered else "1 question"
    return f"{len(summary.questions)} questions{_answered(summary)}"


def people(count: int) -> str:
    return f"{count} personnes" if count > 1 else "1 personne"


def _answered(summary: QuestionsSummary) -> str:
    if not summary.answered:
        return ""
    if summary.answered == len(summary.questions):
        return ", toutes ont eu une réponse"
    return f", {summary.answered} ont eu une réponse" if summary.answered > 1 else ", 1 a eu une réponse"


def _sentence(summary: QuestionsSummary) -> str:
    most = max((asked.people for asked in summary.questions), default=0)
    first = [asked for asked in summary.questions if asked.people == most]
    if most < 2 or len(first) > 1 or len(summary.questions) == 1:
        return f"{counted(summary)}."
    return f"{counted(summary)} ; la plus demandée : « {first[0].text} » ({people(most)})."


def _note(asked: Asked) -> str:
    return people(asked.people) if asked.state == "open" else f"{people(asked.people)} · ✓ a eu une réponse"
