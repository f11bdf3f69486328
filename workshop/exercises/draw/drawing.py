"""Who is drawn, who is still to be drawn, and what each may know of it."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from workshop.exercises.contract import Story
from workshop.exercises.dealing import Deal

from .model import DrawAnswer, DrawSpecification


class DrawDeal(Deal):
    """`past` are those of the room whose turn is over, whether they went or passed: nothing tells which."""

    drawn: int | None = None
    accepted: bool = False
    waiting: tuple[int, ...] = ()
    """In the order in which they will be drawn."""
    past: tuple[int, ...] = ()
    gone: tuple[int, ...] = ()
    """Those whose turn is over and who have left: they are not drawn if they come back."""

    @property
    def seated(self) -> tuple[int, ...]:
        drawn = () if self.drawn is None else (self.drawn,)
        return (*drawn, *self.waiting, *self.past)


def deal(
    specification: DrawSpecification, people: Sequence[int], random: Random, before: DrawDeal | None, *, again: bool, scores: Mapping[int, float]
) -> DrawDeal:
    """Draw somebody; later take in who comes, leave out who has gone, and draw the next where the drawn one has gone or `again` is asked.

    Who said yes stays drawn, even with a phone asleep in the pocket, until somebody else is asked for.
    """
    if before is None:
        return _next(DrawDeal(waiting=tuple(random.sample(sorted(people), len(people)))))
    here = set(people)
    kept = _kept(before, here, _late(before, people, random))
    is_over = again or (before.drawn is not None and before.drawn not in here and not before.accepted)
    if is_over:
        return _next(_turn_over(kept, here))
    # whoever comes when all have had their turn is not drawn on the doorstep
    return _next(kept) if kept.drawn is None and not (kept.past or kept.gone) else kept


def after_answer(specification: DrawSpecification, deal: DrawDeal, person: int, answer: DrawAnswer | None) -> DrawDeal:
    """Note a yes; after a pass draw the next one. What somebody says who is not drawn changes nothing."""
    if person != deal.drawn or deal.accepted:
        return deal
    if answer is None:
        return _next(_turn_over(deal, {person}))
    return deal.model_copy(update={"accepted": True})


def asks(specification: DrawSpecification, deal: DrawDeal, person: int) -> bool:
    return person == deal.drawn and not deal.accepted


def seat(specification: DrawSpecification, deal: DrawDeal, person: int, names: Mapping[int, str]) -> Mapping[str, Any]:
    """Return `state`: drawn, going, past or waiting; and `who` goes, once that person has said yes."""
    if person == deal.drawn:
        return {"state": "going" if deal.accepted else "drawn"}
    who = names.get(deal.drawn, "") if deal.accepted else ""
    return {"state": "past" if person in deal.past else "waiting", "who": who}


def show(specification: DrawSpecification, deal: DrawDeal, names: Mapping[int, str]) -> Story:
    """Name the person only once she has said yes."""
    if deal.accepted:
        return Story(f"C’est {names.get(deal.drawn, 'décidé')}\u202f!")
    if deal.drawn is not None:
        return Story("Quelqu’un est en train de décider…")
    return Story("Tout le monde a eu son tour." if deal.past or deal.gone else "Il n’y a encore personne à tirer.")


def place(specification: DrawSpecification, deal: DrawDeal, person: int) -> str:
    if person != deal.drawn:
        return ""
    return "y va" if deal.accepted else "décide"


def _late(before: DrawDeal, people: Sequence[int], random: Random) -> list[int]:
    """Return who is to be drawn, those who are new among the others at a place of chance."""
    order = list(before.waiting)
    for person in people:
        if person not in before.seated and person not in before.gone:
            order.insert(random.randint(0, len(order)), person)
    return order


def _kept(before: DrawDeal, here: set[int], waiting: Sequence[int]) -> DrawDeal:
    over = (*before.past, *before.gone)
    return before.model_copy(
        update={
            "waiting": tuple(person for person in waiting if person in here),
            "past": tuple(person for person in over if person in here),
            "gone": tuple(person for person in over if person not in here),
        }
    )


def _turn_over(deal: DrawDeal, here: set[int]) -> DrawDeal:
    if deal.drawn is None:
        return deal
    place = "past" if deal.drawn in here else "gone"
    return deal.model_copy(update={"drawn": None, "accepted": False, place: (*getattr(deal, place), deal.drawn)})


def _next(deal: DrawDeal) -> DrawDeal:
    if not deal.waiting:
        return deal
    return deal.model_copy(update={"drawn": deal.waiting[0], "waiting": deal.waiting[1:]})
