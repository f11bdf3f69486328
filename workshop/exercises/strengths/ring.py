"""Who looks at whom: one ring of all who are there, so that everybody sees one strength and everybody is seen once.

Who comes late stands after somebody who has said nothing yet; who leaves is stepped over. Whom a word is for is written into the answer when it is
stored, and who has spoken stays with that person: a ring that changes afterwards takes nothing away from anybody, and gives nobody what was meant for another.
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
    said: dict[int, int] = {}
    """Who has said something already, and to whom."""

    @property
    def seated(self) -> tuple[int, ...]:
        return self.ring

    def mate(self, person: int) -> int | None:
        """Return at whom this person looks; None for who is alone or not in the ring, and has said nothing."""
        if person in self.said:
            return self.said[person]
        if person not in self.ring or len(self.ring) < 2:
            return None
        return self.ring[(self.ring.index(person) + 1) % len(self.ring)]


def deal(
    specification: StrengthsSpecification, people: Sequence[int], random: Random, before: StrengthsDeal | None, *, again: bool, scores: Any
) -> StrengthsDeal:
    """Return the ring: shuffled when the step opens or when another is asked for; afterwards it stays as it is for those who stay.

    Who has said something keeps whom it was said to, even in another ring.
    """
    said = before.said if before is not None else {}
    staying = [] if before is None or again else [person for person in before.ring if person in set(people)]
    coming = sorted(set(people) - set(staying))
    random.shuffle(coming)
    return StrengthsDeal(ring=(*(_turned(staying, said) if coming else staying), *coming), said=said)


def _turned(ring: Sequence[int], said: Mapping[int, int]) -> Sequence[int]:
    """Return the same ring, begun so that its last one has said nothing yet, where there is such a one: who comes next is then seen by somebody."""
    ends = [place for place, person in enumerate(ring, 1) if person not in said]
    return (*ring[ends[-1] :], *ring[: ends[-1]]) if ends else ring


def seat(specification: StrengthsSpecification, deal: StrengthsDeal, person: int, names: Mapping[int, str]) -> Mapping[str, Any]:
    """Return the alias and number of whom this person looks at, or None twice where there is nobody to look at, or nobody any more."""
    mate = deal.mate(person) if specification.peers else None
    return {"mate": names[mate], "to": mate} if mate in names else {"mate": None, "to": None}


def show(specification: StrengthsSpecification, deal: StrengthsDeal, names: Mapping[int, str]) -> Story:
    """Return one sentence: who looks at whom is on the phones alone."""
    return Story("Ton téléphone te dit à qui dire ce que tu as vu." if specification.peers else "Chaque personne choisit sur son téléphone.")


def place(specification: StrengthsSpecification, deal: StrengthsDeal, person: int) -> str:
    return ""


def complete(specification: StrengthsSpecification, deal: StrengthsDeal, person: int, answer: StrengthsAnswer) -> StrengthsAnswer:
    """Return the answer with whom the seen strength is for. A word for nobody, or for another than was dealt (the ring changed on its way), is taken out."""
    mate = deal.mate(person) if specification.peers and answer.seen else None
    is_theirs = mate is not None and answer.to in (None, mate)
    return answer.model_copy(update={"to": mate, "seen": answer.seen} if is_theirs else {"to": None, "seen": ""})


def progress(specification: StrengthsSpecification, deal: StrengthsDeal, person: int, answer: StrengthsAnswer | None) -> StrengthsDeal:
    """Return the deal with whom this person has said something to; nobody after a pass, or where the word was taken back."""
    said = {one: to for one, to in deal.said.items() if one != person}
    if answer is not None and answer.to is not None:
        said[person] = answer.to
    return deal if said == deal.said else deal.model_copy(update={"said": said})


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
