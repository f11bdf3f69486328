"""What of the workshop was done: an activity is answered, or deals something out; a page is only read or watched; a break is neither."""

from workshop.plans.model import Step

from .document import Steps
from .hearing import rounds_of
from .material import ReportMaterial


def steps(material: ReportMaterial) -> Steps:
    """Return the titles of what was done and of what was left out, in the order of the workshop."""
    all_steps = material.workshop.steps
    activities = [step for step in all_steps if _is_activity(step)]
    pages = [step for step in all_steps if not _is_activity(step) and not _is_break(step)]
    played = {step.id for step in all_steps if rounds_of(step, material)}
    return Steps(
        done=tuple(step.title for step in activities if step.id in played),
        not_done=tuple(step.title for step in activities if step.id not in played),
        shown=tuple(step.title for step in pages if step.id in played),
        not_shown=tuple(step.title for step in pages if step.id not in played),
    )


def _is_activity(step: Step) -> bool:
    return step.is_answerable or any(part.exercise.dealing for part in step.parts)


def _is_break(step: Step) -> bool:
    return any(part.exercise.seconds for part in step.parts)
