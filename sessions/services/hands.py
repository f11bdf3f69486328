"""People without a phone: raised hands are counted, and one can answer for somebody."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from sessions.domain.live_session import LiveSession
from sessions.domain.refusals import Refusal
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.reading import read_answer

from .answering import write_and_keep
from .moderating import PartOf, part_of
from .ports import AnswerWrite, Changed, Reach, Work, World
from .tending import person_of

Count = Annotated[int, Field(ge=0, le=500), BeforeValidator(lambda value: 0 if value == "" else value)]


class Counted(PartOf):
    counts: dict[str, Count] = Field(max_length=20)


class AnswerFor(PartOf):
    participant: int
    answer: dict[str, Any] | None
    """None is "je passe"."""


def count_hands(work: Work, _world: World, live: LiveSession, wish: Counted) -> None:
    """Set how many hands were raised for each choice; counting again replaces, it does not add."""
    part = part_of(live, wish)
    known = part.exercise.hands(part.spec) if part.exercise.hands else {}
    if not known:
        raise Refusal("no_hands")
    if not set(wish.counts) <= set(known):
        raise Refusal("bad_command", why="ce choix n’existe pas.")
    for key, count in wish.counts.items():
        work.answers.count_hands(wish.run, wish.part, key, count)
    work.changed(Changed(live.id, reach=Reach.SCREEN))


def answer_for(work: Work, world: World, live: LiveSession, wish: AnswerFor) -> None:
    """Answer for somebody without a phone, by the same rules as any answer."""
    part = part_of(live, wish)
    person = person_of(work, live, wish.participant)
    try:
        answer = None if wish.answer is None else read_answer(part.exercise, part.spec, wish.answer).model_dump(mode="json")
        write = AnswerWrite(live.id, wish.run, wish.part, person.id, world.new_id(), answer, world.now())
        outcome = write_and_keep(work, world, live.plan.step(live.run(wish.run).step_id), write)
    except AnswerRefused as error:
        raise Refusal("bad_command", why=str(error)) from error
    if outcome != "stored":
        raise Refusal("too_late_desk")
    work.changed(Changed(live.id))
