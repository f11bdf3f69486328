"""What everybody sees of the questions while they are asked."""

from collections.abc import Mapping
from typing import Any

from .model import QuestionsSpecification
from .summary import QuestionsSummary
from .telling import counted, people

SHOWN = 40
"""Questions on a phone: nobody reads more, and each push carries them all."""


def shared(specification: QuestionsSpecification, summary: QuestionsSummary) -> Mapping[str, Any]:
    """Return the first SHOWN questions in the summary's order, how many there are in all, and what to say of them."""
    return {
        "told": f"{counted(summary)}.",
        "total": len(summary.questions),
        "questions": [
            {"key": asked.key, "text": asked.text, "people": people(asked.people), "count": asked.people, "state": asked.state}
            for asked in summary.questions[:SHOWN]
        ],
    }
