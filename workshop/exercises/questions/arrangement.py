"""What the counsellor does with the questions: answers one, ticks it, puts it back."""

from dataclasses import replace
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from .model import Key
from .summary import Asked, QuestionsSummary, State, in_order


class QuestionsArrangement(BaseModel):
    """One press of a button on the desk: `was` was being answered when it was pressed, `now` is to be answered from now on.

    `answered` holds the ticks; one that is being answered and that another takes the place of is ticked by itself.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    was: Key | None = None
    now: Key | None = None
    answered: dict[Key, Literal["yes", "no"]] = Field(default_factory=dict, max_length=1000)

    @property
    def current(self) -> str | None:
        """The key of the question that is being answered."""
        return self.now or (self.was if self.was not in self.answered else None)

    def state_of(self, key: str) -> State:
        if key == self.current:
            return "now"
        return "done" if self.answered.get(key, "yes" if key == self.was else "no") == "yes" else "open"


def arrange(summary: QuestionsSummary, arrangement: QuestionsArrangement) -> QuestionsSummary:
    """Return the summary with the counsellor's marks; a mark on a question that is not there any more marks nothing."""
    return QuestionsSummary(in_order(_marked(asked, arrangement) for asked in summary.questions))


def _marked(asked: Asked, arrangement: QuestionsArrangement) -> Asked:
    return replace(asked, state=arrangement.state_of(asked.key))
