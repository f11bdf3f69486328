"""The counsellor's groups: which idea goes under which title."""

from dataclasses import replace
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from workshop.exercises.free_text import OneLine

from .joining import MOST, key
from .summary import BrainstormSummary

Title = Annotated[OneLine, Field(max_length=60)]
IdeaKey = Annotated[OneLine, Field(max_length=MOST)]


class BrainstormArrangement(BaseModel):
    """`groups` by normalised idea; an idea that is not in it, or whose title is empty, stays in the common heap."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    groups: dict[IdeaKey, Title] = Field(default_factory=dict, max_length=2000)


def arrange(summary: BrainstormSummary, arrangement: BrainstormArrangement) -> BrainstormSummary:
    """Return the summary with the ideas in their groups; two titles that differ by case or accents are one, as first written."""
    titles: dict[str, str] = {}
    for title in arrangement.groups.values():
        titles.setdefault(key(title), title)
    ideas = tuple(
        replace(idea, group=titles[key(arrangement.groups[idea.key])]) if arrangement.groups.get(idea.key) else idea
        for idea in summary.ideas
    )
    return replace(summary, ideas=ideas)
