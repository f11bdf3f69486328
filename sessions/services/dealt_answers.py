"""What was dealt has a say in the answers: who is asked, what is written into an answer before it is stored, how far the room has come."""

from dataclasses import replace
from typing import Any

from sessions.domain.dealt import Dealt
from sessions.domain.live_session import LiveSession
from sessions.domain.refusals import Refusal
from workshop.exercises.dealing import Dealing
from workshop.plans.model import Part

from .dealing import dealt_now, note_progress, take_in
from .ports import AnswerWrite, Work


def has_a_say(dealing: Dealing | None) -> bool:
    """Return whether an answer of such a type needs the deal to be written; most need nothing but the writing."""
    return dealing is not None and any((dealing.asks, dealing.complete, dealing.succeed, dealing.progress))


def completed(work: Work, part: Part, write: AnswerWrite) -> AnswerWrite:
    """Return the write with what was dealt in its run, and what must stay of the answer before it, put into the answer, where the type does that.

    Raises AnswerRefused where the answer does not fit.
    """
    dealing = part.exercise.dealing
    is_changed = dealing is not None and (dealing.succeed or (dealing.complete and write.payload is not None))
    if is_changed and dealing.succeed:
        # what replaces an earlier answer is read and written by one at a time: the same person may send from two pages. The run is held first, as by
        # whoever conducts: held the other way round, both would wait for each other.
        work.answers.hold(write.run_id)
    found = work.deals.of(write.run_id, write.part, is_to_change=dealing.succeed is not None) if is_changed else None
    if found is None:
        return write
    dealt, read = Dealt(part, dealing.Deal.model_validate(found), {}), part.exercise.Answer.model_validate
    answer = None if write.payload is None else dealt.completed(write.participant_id, read(write.payload))
    if dealing.succeed:
        before = work.answers.own(write.run_id, write.participant_id).get(write.part)
        earlier = None if before is None or before.payload is None else read(before.payload)
        answer = dealt.succeeded(write.participant_id, earlier, answer)
    return replace(write, payload=None if answer is None else answer.model_dump(mode="json"))


def write_dealt(work: Work, write: AnswerWrite) -> str:
    """Store an answer where what was dealt asks this person; raises Refusal where it does not. Returns the outcome of the writing.

    Where the deal goes on by the answer, a pass is told to the deal and kept nowhere: nobody will be told who passed.
    """
    live = work.lives.by_id(write.live_id)
    dealt = dealt_now(work, live) if live is not None and live.current_run_id == write.run_id else None
    if dealt is None or write.part != live.step.dealt:
        # not open, or closed an instant ago: the writing tells which; or another part of a block
        return work.answers.write(write)
    goes_on = dealt.dealing.after_answer is not None
    if not dealt.asks(write.participant_id):
        has_answered = write.part in work.answers.own(write.run_id, write.participant_id)
        if goes_on and (has_answered or write.payload is None):
            # sent once more: a pass has been heard too
            return "already"
        if not has_answered:
            raise Refusal("not_asked")
    outcome = "stored" if goes_on and write.payload is None else work.answers.write(write)
    if outcome == "stored":
        _tell_the_deal(work, live, dealt, write.participant_id, None if write.payload is None else dealt.part.exercise.Answer.model_validate(write.payload))
    return outcome


def _tell_the_deal(work: Work, live: LiveSession, dealt: Dealt, participant_id: int, answer: Any) -> None:
    if dealt.dealing.after_answer is not None:
        take_in(work, live, participant_id, answer)
    if dealt.dealing.progress is not None:
        note_progress(work, live, participant_id, answer, dealt.names)
