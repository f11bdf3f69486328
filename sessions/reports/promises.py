"""Who chose which next step. Named, and therefore for the lead counsellor only."""

from collections.abc import Iterable

from .aliases import alias_order
from .document import Promise
from .hearing import HeardPart
from .material import ReportMaterial


def promises(parts: Iterable[HeardPart], material: ReportMaterial) -> tuple[Promise, ...]:
    """Return the commitments in the order of the aliases."""
    aliases = {one.id: one.alias for one in material.heard}
    found = [
        Promise(aliases[who], part.part.exercise.in_words(part.part.spec, answer))
        for part in parts if part.part.exercise.section == "commitments"
        for who, answer in part.answers.items()
    ]
    return tuple(sorted(found, key=lambda promise: alias_order(promise.alias)))
