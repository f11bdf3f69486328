"""Who looks at whom: one ring of all who are there, so that everybody sees one strength and everybody is seen once.

Who comes late stands at the end of the ring; who leaves is stepped over. Whom a word is for is written into the answer when it is stored,
so a ring that changes afterwards takes nothing away from anybody.
"""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from workshop.exercises.contract import Story
from workshop.exercises.dealing import Deal
from workshop.exercises.keeping import Keepsake

from .model import StrengthsAnswer, StrengthsSpecification


class StrengthsDeal(Deal):
    """Each looks at the next one, the last at the first."""

    ring: tuple[int, ...]

    @property
    def seated(self) -> tuple[int, ...]:
        return self.ring

    def mate(self, person: int) -> int | None:
        """Return at whom this person looks; None for who is alone or not in the ring."""
        if person not in self.ring or len(self.ring) < 2:
            return None
        return self.ring[(self.ring.index(person) + 1) % len(self.ring)]


def deal(
    specification: StrengthsSpecification, people: Sequence[int], random: Random, before: StrengthsDeal | None, *, again: bool, scores: Any
) -> StrengthsDeal:
    """Return the ring: shuffled when the step opens or when another is asked for; afterwards it stays as it is for those who stay."""
    staying = [] if before is None or again else [person for person in before.ring if person in set(people)]
    coming = sorted(set(people) - set(staying))
    random.shuffle(coming)
    return StrengthsDeal(ring=(*staying, *coming))


def seat(specification: StrengthsSpecification, deal: StrengthsDeal, person: int, names: Mapping[int, str]) -> Mapping[str, Any]:
    """Return the alias of whom this person looks at, or None where there is nobody to look at."""
    mate = deal.mate(person) if specification.peers else None
    return {"mate": names.get(mate) if mate is not None else None}


def show(specification: StrengthsSpecification, deal: StrengthsDeal, names: Mapping[int, str]) -> Story:
    """Return one sentence: who looks at whom is on the phones alone."""
    return Story("Ton téléphone te dit à qui dire ce que tu as vu." if specification.peers else "Chaque personne choisit sur son téléphone.")


def place(specification: StrengthsSpecification, deal: StrengthsDeal, person: int) -> str:
    return ""


def complete(specification: StrengthsSpecification, deal: StrengthsDeal, person: int, answer: StrengthsAnswer) -> StrengthsAnswer:
    """Return the answer with whom the seen strength is for; a word for nobody is taken out."""
    to = deal.mate(person) if specification.peers and answer.seen else None
    return answer.model_copy(update={"to": to, "seen": answer.seen if to is not None else ""})


def hand_over(specification: StrengthsSpecification, answers: Sequence[StrengthsAnswer]) -> Mapping[int, Sequence[Keepsake]]:
    """Return what was seen in each person, in the order of the cards, each card once, without anybody's name."""
    seen: dict[int, set[str]] = {}
    for answer in answers:
        if answer.to is not None and answer.seen:
            seen.setdefault(answer.to, set()).add(answer.seen)
    return {person: [_told(key, specification) for key in specification.to_see if key in keys] for person, keys in seen.items()}


def _told(key: str, specification: StrengthsSpecification) -> Keepsake:
    said = f"«\u00a0J’ai vu que tu {specification.to_see[key].rstrip(' .')}.\u00a0»"
    return Keepsake(f"seen-{key}", f"Vu par quelqu’un du groupe\u00a0: {specification.labels[key]}", (said,), is_received=True)
