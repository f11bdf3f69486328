"""From what happened to the report: each section by its own rule, in its own module."""

from .attendance import attendance
from .document import Card, ReportDocument
from .gains import gains
from .hearing import hear, rounds_of
from .material import ReportMaterial
from .missed import missed
from .participation import participation
from .promises import promises
from .sources import sources
from .steps import steps
from .stories import climate, told, told_all
from .suggestions import goal_scores, suggestions
from .wording import PARIS

METHOD = (
    "Auto-positionnement et quiz, pas une certification. Progrès\u00a0: les mêmes personnes, avant et après. "
    "À moins de 5\u00a0personnes, ni moyenne ni humeur. «\u00a0Je passe\u00a0» n’est jamais une erreur\u202f; sans téléphone n’est jamais un zéro. "
    "Les heures CEJ sont un forfait, la durée réelle est celle de la séance."
)


def build(material: ReportMaterial) -> ReportDocument:
    """Return the report "Ce soir" of a live session that has ended (or of one still running, up to now)."""
    card, parts, plan = _card(material), hear(material), material.workshop
    found = gains(parts, plan.goals)
    own_module = " ".join(filter(None, (plan.module, plan.title)))
    return ReportDocument(
        card=card,
        attendance=attendance(material, card),
        participation=participation(material),
        gains=found,
        missed=missed(parts),
        climate=climate(parts),
        made=told(parts, "made"),
        steps_taken=told(parts, "commitments"),
        commitments=promises(parts, material),
        feedback=told(parts, "feedback"),
        suggestions=suggestions(goal_scores(parts), found, plan.goals, material.modules_by_goal, own_module),
        results=told_all(parts),
        sources=sources([step for step in plan.steps if rounds_of(step, material)], card.day),
        note=material.note.strip(),
        method=METHOD,
    )


def _card(material: ReportMaterial) -> Card:
    start, end = material.started_at.astimezone(PARIS), material.ended_at.astimezone(PARIS)
    return Card(
        title=material.workshop.title,
        module=material.workshop.module,
        theme=material.workshop.theme,
        kind="atelier",
        day=start.date(),
        start=start,
        end=end,
        place=material.place,
        facilitators=material.facilitators,
        organisation=material.organisation,
        programme=material.programme,
        cohort=material.cohort,
        is_rehearsal=material.is_rehearsal,
        steps=steps(material),
    )
