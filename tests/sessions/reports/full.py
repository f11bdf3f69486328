"""A whole workshop as it is really played: what came in, by drawing plausible answers for everyone."""

from random import Random

from sessions.reports.material import PlayedPart, ReportMaterial
from workshop.plans.model import Part

from .rooms import at, confidence, material, mood, people, person, question, run, sample, step, workshop


def usual_workshop(*more: Part):
    """Return the twelve steps of a usual workshop, two of which are `more` or samples."""
    before = question("La candidature spontanée part…", goal="MC1", moment="before"), confidence(moment="before")
    after = question("Une candidature spontanée part…", goal="MC1", moment="after"), confidence(moment="after")
    source = {"label": "service-public.fr", "url": "https://www.service-public.fr", "valid_as_of": "2026-01-01", "review_on": "2026-09-01"}
    scam = question("SMS\u00a0: payez 1,99 € pour votre colis. Je fais quoi\u202f?", "Un colis ne se paie jamais par SMS.", sources=(source,))
    return workshop(
        step("meteo", mood("Comment tu arrives\u202f?", moment="before"), title="Météo du jour"),
        step("avant", *before, title="Avant\u00a0: 2 questions"),
        step("nuage", sample("cloud"), title="Ce que j’attends"),
        *(step(f"plus-{place}", part, title=part.exercise.label) for place, part in enumerate(more)),
        step("arnaque", scam, title="L’arnaque au colis"),
        step("idees", sample("brainstorm"), title="Nos idées"),
        step("apres", *after, title="Après\u00a0: 2 questions"),
        step("pas", sample("commitment"), title="Mon prochain pas"),
        step("depart", mood("Comment tu repars\u202f?", moment="after"), title="Météo du départ"),
        step("ticket", sample("feedback"), title="Ticket de sortie"),
        step("bonus", question(), title="S’il reste du temps"),
    )


def played(plan, count: int = 15, seed: int = 1, **changes) -> ReportMaterial:
    """Return the material of a room of `count` people, the last without a phone, where the last step was not reached."""
    random = Random(seed)
    room = (*people(count - 1), person(count, without_phone=True)) if count else ()
    ids = [one.id for one in room if not one.without_phone]
    runs = [
        run(each.id, *(_part(part, ids, random) for part in each.parts), opened_at=at(5 * place), closed_at=at(5 * place + 4))
        for place, each in enumerate(plan.steps[:-1])
    ]
    return material(plan, *runs, **{"participants": room, "headcount": count + 2, **changes})


def _part(part: Part, ids: list[int], random: Random) -> PlayedPart:
    if not part.exercise.is_answerable:
        return PlayedPart()
    return PlayedPart(answers={who: part.exercise.imagine(part.spec, random) for who in ids})
