"""Answers received and expected, activity by activity."""

from collections.abc import Hashable

from workshop.plans.model import Step

from .document import ParticipationRow
from .hearing import rounds_of
from .material import Participant, ReportMaterial, Run


def participation(material: ReportMaterial) -> tuple[ParticipationRow, ...]:
    """Return one row a round of each step that can be answered; none where nobody was there."""
    return tuple(
        _row(step, run, material)
        for step in material.workshop.steps if _is_told(step)
        for run in rounds_of(step, material)
        if material.heard
    )


def was_there(one: Participant, run: Run, material: ReportMaterial) -> bool:
    """Whether they had come before the run closed and had not left before it opened."""
    opened = run.opened_at or material.started_at
    closed = run.closed_at or material.ended_at
    return one.joined_at <= closed and (one.left_at is None or one.left_at >= opened)


def _is_told(step: Step) -> bool:
    return step.is_answerable and any(part.exercise.section != "none" for part in step.parts)


def _row(step: Step, run: Run, material: ReportMaterial) -> ParticipationRow:
    ids = {one.id for one in material.heard}
    answered = _union(part.answers for part in run.parts) & ids
    passed = (_union(part.passed for part in run.parts) & ids) - answered
    there = [one for one in material.heard if was_there(one, run, material)]
    dealing = step.dealt_part.exercise.dealing if step.dealt_part else None
    # where only some are asked, the deal said whom: nobody else was expected
    with_phone = set() if dealing and dealing.asks else {one.id for one in there if not one.without_phone}
    without = {one.id for one in there if one.without_phone}
    return ParticipationRow(
        title=step.title if run.round == 1 else f"{step.title} (tour {run.round})",
        received=len(answered),
        passed=len(passed),
        expected=len(with_phone | answered | passed),
        hands=max((sum(part.hands.values()) for part in run.parts), default=0),
        without_phone=len(without - answered - passed),
    )


def _union(collections) -> set[Hashable]:
    return {item for collection in collections for item in collection}
