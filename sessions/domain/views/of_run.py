"""What the playing of a step adds to what a type makes public: the time that is left, the points that are shown."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sessions.domain.live_session import StepRun
from workshop.plans.model import Step


def told_of_run(run: StepRun, step: Step, now: datetime) -> Mapping[str, Any]:
    """Return `remaining_s` where the type counts down by itself, `shown` where its points are shown one after the other."""
    told: dict[str, Any] = {}
    if step.parts[0].exercise.seconds:
        told["remaining_s"] = run.remaining_s(now)
    if step.points:
        told["shown"] = run.shown
    return told
