"""What a phone learns on its way: the consequence of its last choice, where it led, and the way back."""

from collections.abc import Mapping
from typing import Any

from .model import ScenarioAnswer, ScenarioSpecification, place, shown


def onward(specification: ScenarioSpecification, answer: ScenarioAnswer | None) -> Mapping[str, Any]:
    """Return the last choice with its consequence, and the next situation or the ending; nothing before the first choice, and never points."""
    if answer is None or not answer.taken:
        return {}
    path = answer.path
    last = answer.taken[-1]
    choice = specification.situation(last.situation).choice(last.letter)
    here = place(specification, answer)
    situation, ending = specification.situation(here), specification.ending(here)
    return {
        "path": path,
        "last": {"label": choice.text, "consequence": choice.consequence},
        "situation": shown(situation, path) if situation else None,
        "ending": {"title": ending.title, "text": ending.text} if ending else None,
        "back": path.rpartition("/")[0] or "/",
    }


def is_done(specification: ScenarioSpecification, answer: ScenarioAnswer) -> bool:
    """Return whether the path has come to an ending."""
    return specification.ending(place(specification, answer)) is not None
