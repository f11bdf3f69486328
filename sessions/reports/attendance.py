"""Who was there: counts, and the block to copy into i-milo."""

from datetime import timedelta

from .document import Attendance, Card, ImiloBlock
from .hours import cej_hours
from .material import Participant, ReportMaterial
from .wording import hour, listed, many, short_day

TOLERANCE = timedelta(minutes=10)
"""Joining up to ten minutes after the start is on time; leaving in the last ten minutes is staying to the end."""
PRESENT, ABSENT = "Réalisé", "Refus jeune"
"""i-milo's own words; an enrolled learner who is not ticked gets the second one, with the comment "Absent"."""


def attendance(material: ReportMaterial, card: Card) -> Attendance:
    """Return the counts of people; imagined learners are nobody, and a rehearsal has nothing to declare."""
    people = material.people
    return Attendance(
        enrolled=material.headcount,
        present=len(people),
        late=sum(is_late(one, material) for one in people),
        left_early=sum(left_early(one, material) for one in people),
        duration_s=max(0, round((material.ended_at - material.started_at).total_seconds())),
        cej_hours=cej_hours(card.kind),
        imagined=len(material.heard) - len(people),
        imilo=None if material.is_rehearsal or not people else _imilo(material, card),
    )


def is_late(one: Participant, material: ReportMaterial) -> bool:
    return one.joined_at > material.started_at + TOLERANCE


def left_early(one: Participant, material: ReportMaterial) -> bool:
    """Whether a phone went away for good and missed an activity: one that only went dark during the last talk is still in the room."""
    if one.left_at is None or one.left_at >= material.ended_at - TOLERANCE:
        return False
    answerable = {step.id for step in material.workshop.steps if step.is_answerable}
    return any(run.step_id in answerable and run.was_played and run.opened_at and run.opened_at > one.left_at for run in material.runs)


def _imilo(material: ReportMaterial, card: Card) -> ImiloBlock:
    facts = [
        f"Atelier «\u00a0{card.title}\u00a0»",
        f"{short_day(card.day)} de {hour(card.start)} à {hour(card.end)}",
        *([card.place] if card.place else []),
        *([f"animé par {listed(card.facilitators)}"] if card.facilitators else []),
        *([card.theme] if card.theme else []),
        many(len(material.people), "présent"),
    ]
    comment = ", ".join(facts) + "."
    if not material.headcount or material.headcount <= len(material.people):
        return ImiloBlock(PRESENT, comment)
    return ImiloBlock(PRESENT, comment, ABSENT, "Absent")
