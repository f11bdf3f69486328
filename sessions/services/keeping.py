"""What is kept of an answer goes to its owner's notebook in the very transaction that stores the answer; what a page leaves, when it opens.

Nothing is kept of a rehearsal, of a pass, nor of somebody without a phone: nobody could open that notebook.
"""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sessions.domain.codes import new_notebook_code
from sessions.domain.live_session import LiveSession
from sessions.domain.states import RunState
from workshop.exercises.contract import Answer, ExerciseType, Specification
from workshop.exercises.keeping import Keepsake
from workshop.plans.model import Part, Step

from .notebook_ports import Leaf, Owner
from .ports import AnswerWrite, Work, World

MOST = 10
"""Keepsakes of one answer."""
TRIES = 5


@dataclass(frozen=True)
class KeptAnswer:
    """An answer on its way to the disk, of a type whose answers are kept, and the step that it belongs to."""

    write: AnswerWrite
    step: Step

    @property
    def part(self) -> Part:
        return self.step.parts[self.write.part]


def is_kept(step: Step, write: AnswerWrite) -> bool:
    """Return whether this answer is one of those that are kept."""
    return write.payload is not None and step.parts[write.part].exercise.keeps_answers


def write_kept(work: Work, world: World, answers: Sequence[KeptAnswer]) -> list[str]:
    """Store answers that came together, and keep those that count; returns the outcome of each writing."""
    outcomes = [str(outcome) for outcome in work.answers.write_all([answer.write for answer in answers])]
    keep_all(work, world, [answer for answer, outcome in zip(answers, outcomes, strict=True) if outcome == "stored"])
    return outcomes


def keep_all(work: Work, world: World, answers: Sequence[KeptAnswer]) -> None:
    """Put what each answer gives into its owner's notebook, in place of what the same activity gave before; makes the notebooks that are missing."""
    real = [answer for answer in answers if not work.lives.head(answer.write.live_id).is_rehearsal]
    owners = [owner for owner in work.notebooks.owners({answer.write.participant_id for answer in real}) if owner.has_phone] if real else []
    notebooks = notebooks_of(work, world, owners)
    # of two answers in one place the later one stays
    leaves = {
        (leaf.notebook_id, leaf.live_id, leaf.step_id, leaf.part): leaf
        for answer in real if answer.write.participant_id in notebooks
        for leaf in [_leaf(answer, notebooks[answer.write.participant_id])]
    }  # fmt: skip
    if leaves:
        work.notebooks.put_all(list(leaves.values()))


def leave_to(work: Work, world: World, live: LiveSession, participants: Collection[int]) -> None:
    """Put what the step that is open leaves to everybody into these people's notebooks; nothing is asked of the database where it leaves nothing."""
    if live.current is None or live.current.state is not RunState.OPEN or not participants:
        return
    left = {place: stored(part.exercise.left_by(part.spec)[:MOST]) for place, part in enumerate(live.step.parts)}
    if not any(left.values()) or work.lives.head(live.id).is_rehearsal:
        return
    owners = [owner for owner in work.notebooks.owners(participants) if owner.has_phone]
    # neither specification nor answer: there is nothing to correct, and a page may hold a heavy picture
    leaves = [
        Leaf(notebook_id, live.id, live.step.id, place, live.step.parts[place].type, {}, {}, keepsakes, world.now())
        for notebook_id in notebooks_of(work, world, owners).values() for place, keepsakes in left.items() if keepsakes
    ]  # fmt: skip
    if leaves:
        work.notebooks.put_all(leaves)


def notebooks_of(work: Work, world: World, owners: Sequence[Owner]) -> dict[int, int]:
    """Return the id of each owner's notebook, by participant; begins those that there are not yet."""
    found = {owner.participant_id: owner.notebook_id for owner in owners if owner.notebook_id is not None}
    missing = {owner.participant_id: owner.alias for owner in owners if owner.notebook_id is None}
    for _ in range(TRIES):
        if not missing:
            break
        begun = {who: (new_notebook_code(world.random), alias) for who, alias in missing.items()}
        found |= work.notebooks.begin_all(begun, world.now())
        # only where a code was another's: one in thousands of millions
        missing = {who: alias for who, alias in missing.items() if who not in found}
    return found


def keepsakes_of(exercise: ExerciseType, specification: Specification, answer: Answer) -> list[dict[str, Any]]:
    """Return what is kept of an answer, as it is stored."""
    return stored(exercise.keeping.keep(specification, answer)[:MOST]) if exercise.keeps_answers else []


def stored(keepsakes: Sequence[Keepsake]) -> list[dict[str, Any]]:
    return [{**asdict(keepsake), "lines": list(keepsake.lines)} for keepsake in keepsakes]


def _leaf(answer: KeptAnswer, notebook_id: int) -> Leaf:
    write, part = answer.write, answer.part
    given = part.exercise.Answer.model_validate(write.payload)
    return Leaf(
        notebook_id, write.live_id, answer.step.id, write.part, part.type, part.spec.model_dump(mode="json"), write.payload,
        keepsakes_of(part.exercise, part.spec, given), write.received_at,
    )  # fmt: skip
