"""What to do next, by rule."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from statistics import fmean

from workshop.plans.model import Goal

from .document import SMALLEST_GROUP, Gains, Suggestion
from .hearing import HeardPart
from .wording import percent

TO_TAKE_UP_AGAIN = 0.6
"""A goal below this mean score is suggested again."""
LOW_CONFIDENCE = 5.0
"""On a scale from 0 to 10: below its middle, people do not feel able."""


def goal_scores(parts: Iterable[HeardPart]) -> dict[str, float]:
    """Return the mean score by goal's code, over what was asked after (or without) a before; under 5 answers a goal is left out."""
    gathered: dict[str, list[float]] = defaultdict(list)
    for part in parts:
        if part.part.goal and part.part.moment != "before":
            gathered[part.part.goal].extend(part.scores)
    return {code: fmean(scores) for code, scores in gathered.items() if len(scores) >= SMALLEST_GROUP}


def suggestions(
    scores: Mapping[str, float], found: Gains | None, goals: Iterable[Goal], modules: Mapping[str, str], own_module: str
) -> tuple[Suggestion, ...]:
    """Return what to take up again, weakest goal first, then what to practise.

    `modules` gives the title of the workshop that serves a goal; `own_module` is the one that was just played.
    """
    texts = {goal.code: goal.text for goal in goals}
    weak = sorted((share, code) for code, share in scores.items() if share < TO_TAKE_UP_AGAIN)
    again = tuple(
        Suggestion(
            f"Reprendre l’objectif «\u00a0{texts.get(code, code)}\u00a0» avec le module «\u00a0{modules.get(code, own_module)}\u00a0».",
            f"{percent(share)} de réussite",
        )
        for share, code in weak
    )
    return again + tuple(_practice(found, scores))


def _practice(found: Gains | None, scores: Mapping[str, float]) -> Iterable[Suggestion]:
    """A group that knows but does not dare needs to do, not to hear again. Confidence without a goal is held against all the goals."""
    for gain in found.confidence if found else ():
        known = scores.get(gain.code) if gain.code in scores else fmean(scores.values()) if scores and not gain.code else None
        if gain.is_told and gain.after < LOW_CONFIDENCE and known is not None and known >= TO_TAKE_UP_AGAIN:
            yield Suggestion(
                f"Prévoir de la pratique et un jeu de rôle pour oser\u00a0: «\u00a0{gain.text}\u00a0».",
                f"le groupe sait ({percent(known)}) mais ne se sent pas encore capable ({gain.level})",
            )
