"""The types' stories under the report's headings, with moods withheld where the group is too small."""

from collections.abc import Iterable
from dataclasses import replace

from sessions.domain.pairs import is_pair
from workshop.exercises.contract import Section

from .document import SMALLEST_GROUP, Told
from .hearing import HeardPart

WITHHELD = f"Moins de {SMALLEST_GROUP} réponses\u00a0: ce résultat n’est pas montré."


def told(parts: Iterable[HeardPart], section: Section) -> tuple[Told, ...]:
    """Return the stories of that section, in the order they were played."""
    return tuple(_told(part) for part in parts if part.part.exercise.section == section and part.everything)


def climate(parts: Iterable[HeardPart]) -> tuple[Told, ...]:
    """Return the group's moods; one asked on arriving and again on leaving is one story. Confidence in a goal stands with the gains."""
    moods = [part for part in parts if part.part.exercise.section == "climate" and part.everything and not part.part.is_confidence]
    found: list[Told] = []
    for part in moods:
        arrival = next((one for one in moods if is_pair(one.part, part.part)), None)
        if not any(is_pair(part.part, one.part) for one in moods):
            found.append(_told(part) if arrival is None else _from_to(arrival, part))
    return tuple(found)


def told_all(parts: Iterable[HeardPart]) -> tuple[Told, ...]:
    """Return every story that the report may tell."""
    return tuple(_told(part) for part in parts if part.part.exercise.section != "none" and part.everything)


def is_private(part: HeardPart) -> bool:
    """Whether what a person answered stays theirs: how they feel, what they thought of the workshop, what they like."""
    return part.part.exercise.is_private or part.part.exercise.section in ("climate", "feedback", "none")


def _told(part: HeardPart) -> Told:
    answered, section = len(part.everything), part.part.exercise.section
    if section == "climate" and answered < SMALLEST_GROUP:
        return Told(part.title, part.prompt, WITHHELD, (), "", answered, section, is_withheld=True)
    story = part.story.and_then(part.by_team)
    return Told(part.title, part.prompt, story.sentence, story.figures, story.takeaway, answered, section)


def _from_to(arrival: HeardPart, leaving: HeardPart) -> Told:
    first, last = _told(arrival), _told(leaving)
    if first.is_withheld or last.is_withheld:
        return last if last.is_withheld else replace(last, is_withheld=True, sentence=WITHHELD, figures=(), takeaway="")
    story = leaving.story.since(arrival.story)
    return replace(last, sentence=story.sentence, figures=story.figures)
