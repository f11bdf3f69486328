"""Several of the author's steps made into one block, which each phone goes through at its own pace.

The block keeps the parts as they were written, each with the id of its step: results are told under the step's own title.
"""

from collections.abc import Sequence

from .model import MOST_PARTS, Part, Step

LONGEST_MINUTES, LONGEST_TIMER_S = 120, 3600
"""What a step may last, whatever it is made of."""


def why_not(taken: Sequence[Step], step: Step) -> str | None:
    """Return why the step cannot join those already taken, as the key of a French sentence; None where it can."""
    if any(part.is_together for part in step.parts):
        return "played_together"
    if step.by_team:
        return "played_by_team"
    if sum(each.dealt is not None for each in (*taken, step)) > 1:
        return "dealt_twice"
    if sum(len(each.parts) for each in (*taken, step)) > MOST_PARTS:
        return "too_many_parts"
    asked = [each.reveals for each in (*taken, step) if each.is_answerable]
    return "shown_otherwise" if len(set(asked)) > 1 else None


def block_of(step_id: str, steps: Sequence[Step]) -> Step:
    """Return the block made of these steps, none of which has a reason not to join (see why_not).

    Their times add up. It has a timer only where each step with something to answer had one: nobody is hurried through what had none.
    """
    asked = [step for step in steps if step.is_answerable]
    timers = [step.timer_s for step in asked]
    return Step(
        id=step_id,
        title=f"{len(steps)} activités, chacun à son rythme",
        minutes=min(LONGEST_MINUTES, sum(step.minutes for step in steps)),
        notes="\n".join(f"{step.title}\u00a0: {step.notes}" for step in steps if step.notes),
        core=any(step.core for step in steps),
        timer_s=None if None in timers else min(LONGEST_TIMER_S, sum(timers)),
        reveals=all(step.reveals for step in asked),
        parts=tuple(_part(part, step) for step in steps for part in step.parts),
    )


def _part(part: Part, step: Step) -> Part:
    return part.model_copy(update={"of_step": step.id})
