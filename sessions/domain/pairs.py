"""What is asked on arriving and again on leaving: the weather of the group, how able people feel."""

from workshop.plans.model import Part

from .live_session import LiveSession


def is_pair(arriving: Part, leaving: Part) -> bool:
    """Whether the two ask the same thing before and after, in the same steps, so that their counts may stand side by side.

    Only what is never right or wrong: questions before and after a lesson are worded otherwise, and their gain is told by person, in the report.
    """
    moments = (arriving.moment, leaving.moment) == ("before", "after")
    return moments and arriving.exercise.section == "climate" and _asked(arriving) == _asked(leaving)


def _asked(part: Part) -> tuple[str, str, dict]:
    return part.type, part.goal, {name: told for name, told in part.exercise.public(part.spec).items() if name != "prompt"}


def arrival_of(live: LiveSession) -> tuple[str, int] | None:
    """Return the run and the place of what the current step asks again, as it was asked last; None where it was not, or where it stands in a block."""
    if live.current is None or live.step.is_block:
        return None
    asked = live.step.parts[0]
    found = [
        (run.id, place)
        for run in live.runs
        for place, part in enumerate(live.plan.step(run.step_id).parts)
        if run.opened_at is not None and run.id != live.current.id and is_pair(part, asked)
    ]
    return found[-1] if found else None
