"""What is read from the database for one view: who has done what, what was answered, what was promised."""

from collections.abc import Collection, Mapping

from sessions.domain.dealt import Dealt
from sessions.domain.live_session import LiveSession
from sessions.domain.notebook import ToDo, to_do_in, to_do_types
from sessions.domain.paces import Progress, progress_of
from sessions.domain.pairs import arrival_of
from sessions.domain.results import Earlier, PartAnswers
from sessions.domain.states import LiveState
from sessions.domain.views.outcomes import OwnAnswer
from workshop.exercises.contract import Story

from .ports import LiveHead, Reads


def progress_now(reads: Reads, live: LiveSession, there: Collection[int], dealt: Dealt | None) -> Progress:
    if live.current_run_id is None:
        return Progress()
    return progress_of(live, there, done_now(reads, live, dealt), reads.answers.hands_total(live.current_run_id), dealt)


def done_now(reads: Reads, live: LiveSession, dealt: Dealt | None) -> dict[int, set[int]]:
    """Return the places of the parts that each participant has done in the current run.

    What goes on counts once it has come to its end; where it was dealt again since, an answer counts for those who are asked again once they have.
    """
    done = reads.answers.answered_by(live.current_run_id)
    stands = dealt is not None and dealt.dealing.standing is not None
    unsure = {place: part for place, part in enumerate(live.step.parts) if part.exercise.goes_on or stands}
    for participant_id, place, payload in reads.answers.sent_to(live.current_run_id, unsure) if unsure else ():
        part, answer = unsure[place], unsure[place].exercise.Answer.model_validate(payload)
        is_open = not part.exercise.is_done(part.spec, answer) or (stands and dealt.standing(participant_id, answer) == "open")
        if participant_id in done and is_open:
            done[participant_id].discard(place)
    return done


def gathered_now(reads: Reads, live: LiveSession) -> tuple[tuple[PartAnswers, ...], Earlier | None]:
    """Return the current run's answers and what they are told beside: in a second round the first one's, on leaving what was said on arriving."""
    return reads.answers.gathered(live, live.current.id), _earlier(reads, live)


def _earlier(reads: Reads, live: LiveSession) -> Earlier | None:
    if live.current.round > 1:
        return Earlier(reads.answers.gathered(live, live.runs_of(live.current.step_id)[0].id))
    arrival = arrival_of(live)
    if arrival is None:
        return None
    said = reads.answers.gathered(live, arrival[0])[arrival[1]]
    return Earlier((said,), Story.since) if said.given or said.hands else None


def own_now(own: Mapping[int, OwnAnswer], dealt: Dealt | None, participant_id: int) -> dict[int, OwnAnswer]:
    """Return this person's answers without those that what is dealt now makes a thing of before; who passed this time has passed."""
    if dealt is None:
        return dict(own)
    standings = {place: dealt.standing(participant_id, one.answer) for place, one in own.items()}
    return {place: OwnAnswer(None) if standings[place] == "passed" else one for place, one in own.items() if standings[place] != "open"}


def own_answers(reads: Reads, live: LiveSession, run_id: str | None, participant_id: int) -> dict[int, OwnAnswer]:
    if run_id is None:
        return {}
    step = live.plan.step(live.run(run_id).step_id)
    found = reads.answers.own(run_id, participant_id)
    return {
        place: OwnAnswer(None if own.payload is None else step.parts[place].exercise.Answer.model_validate(own.payload))
        for place, own in found.items()
    }


def to_do_of(reads: Reads, live: LiveSession, participant_id: int) -> tuple[ToDo, ...]:
    """Return what this person decided to do in an earlier session, from the notebook."""
    notebook_id = reads.notebooks.owners([participant_id])[0].notebook_id
    return () if notebook_id is None else to_do_in(reads.notebooks.to_do(notebook_id, to_do_types(), live.id))


def promised_before(reads: Reads, live: LiveSession, head: LiveHead) -> int:
    """Return how many people chose things to do in the session that their group had before this one; 0 once this one has begun."""
    before = reads.lives.before(head) if live.state is LiveState.LOBBY and not head.is_rehearsal else None
    last = reads.lives.by_id(before) if before is not None else None
    people: set[int] = set()
    for run in last.runs if last else ():
        wanted = [place for place, part in enumerate(last.plan.step(run.step_id).parts) if part.exercise.section == "commitments"]
        gathered = reads.answers.gathered(last, run.id) if wanted else ()
        people |= {who for place in wanted for who, answer in gathered[place].answers.items() if answer is not None}
    return len(people)


def promises_of(reads: Reads, live: LiveSession, participant_id: int) -> tuple[str, ...]:
    told = []
    for run in live.runs:
        step = live.plan.step(run.step_id)
        wanted = [place for place, part in enumerate(step.parts) if part.exercise.section == "commitments"]
        own = own_answers(reads, live, run.id, participant_id) if wanted else {}
        told += [step.parts[place].exercise.in_words(step.parts[place].spec, own[place].answer) for place in wanted if place in own and own[place].answer]
    return tuple(told)
