"""Deals teams, roles or a drawn person when a step opens, and keeps the deal true to who is there.

Always in the transaction of what caused it: whoever is in the room has a place in what is committed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sessions.domain.dealt import Dealt, dealing_part, to_be_seated, told_differently
from sessions.domain.live_session import LiveSession, StepRun
from workshop.exercises.dealing import Deal, Team

from .ports import Changed, Reach, Reads, Work, World


def settle(work: Work, world: World, live: LiveSession) -> None:
    """Bring the deal up to date with who is there; nothing is asked of the database where the step does not deal and no teams play it."""
    deals, plays_in_teams = dealing_part(live) is not None, live.step is not None and live.step.by_team is not None
    if deals or plays_in_teams:
        # before the deal, as whoever conducts or answers does: in the other order two transactions could wait for each other
        work.answers.hold(live.current_run_id)
    if deals:
        seat_all(work, world, live, again=False)
    if plays_in_teams:
        seat_in_teams(work, world, live)


def seat_all(work: Work, world: World, live: LiveSession, *, again: bool) -> None:
    """Deal among those who are there; who is settled stays so unless it is `again`."""
    part = live.step.dealt_part
    dealing = part.exercise.dealing
    # held before the people are read: whoever comes in beside us waits here, and then sees whom we seated
    present = deal_of(work, live, is_to_change=True)
    people = to_be_seated(dealing, work.people.present(live.id), world.now())
    wants_scores = dealing.wants_scores is not None and dealing.wants_scores(part.spec)
    scores = _scores(work, live) if wants_scores and (present is None or again) else {}
    keep(work, live, present, dealing.deal(part.spec, people, world.random, present, again=again, scores=scores))


def seat_in_teams(work: Work, world: World, live: LiveSession) -> None:
    """Put those who came after the teams were made into one; nobody leaves a team now, for what she answered counts for it."""
    run = _teams_run(work, live, _opened(live))
    if run is None:
        return
    step = live.plan.step(run.step_id)
    part = step.dealt_part
    dealing = part.exercise.dealing
    present = dealing.Deal.model_validate(work.deals.of(run.id, step.dealt, is_to_change=True))
    late = [person for person in to_be_seated(dealing, work.people.present(live.id), world.now()) if person not in present.seated]
    if late:
        after = dealing.deal(part.spec, [*present.seated, *late], world.random, present, again=False, scores={})
        work.deals.keep(run.id, step.dealt, after.model_dump(mode="json"))
        work.changed(Changed(live.id, redrawn=tuple(late)))


def take_in(work: Work, live: LiveSession, participant_id: int, answer: Any) -> None:
    """Tell the deal that somebody answered (None is a pass), for types whose deal depends on it."""
    part, present = live.step.dealt_part, deal_of(work, live, is_to_change=True)
    keep(work, live, present, part.exercise.dealing.after_answer(part.spec, present, participant_id, answer))


def note_progress(work: Work, live: LiveSession, participant_id: int, answer: Any, names: Mapping[int, str]) -> None:
    """Note in the deal how far somebody has come. No other phone is told; the screen is drawn again where it shows something else than before."""
    part, present = live.step.dealt_part, deal_of(work, live, is_to_change=True)
    after = part.exercise.dealing.progress(part.spec, present, participant_id, answer)
    if after == present:
        return
    work.deals.keep(live.current_run_id, live.step.dealt, after.model_dump(mode="json"))
    if Dealt(part, present, names).story != Dealt(part, after, names).story:
        work.changed(Changed(live.id, reach=Reach.SCREEN))


def keep(work: Work, live: LiveSession, before: Deal | None, after: Deal) -> None:
    """Store the deal, and have those phones redrawn whose place is another one now."""
    if after == before:
        return
    work.deals.keep(live.current_run_id, live.step.dealt, after.model_dump(mode="json"))
    part, names = live.step.dealt_part, work.people.aliases(live.id)
    # when the step opens, everybody is redrawn anyway
    earlier = None if before is None else Dealt(part, before, names)
    work.changed(Changed(live.id, reach=Reach.SCREEN, redrawn=told_differently(earlier, Dealt(part, after, names))))


def dealt_now(reads: Reads, live: LiveSession) -> Dealt | None:
    """Return what is dealt in the step being played, or None where nothing is."""
    part = dealing_part(live)
    present = deal_of(reads, live) if part is not None else None
    return None if present is None else Dealt(part, present, reads.people.aliases(live.id))


def dealt_alone(reads: Reads, live: LiveSession) -> Dealt | None:
    """Return the same for screen and desk: among several activities at one's own pace they show how far people are, and not what was dealt."""
    return None if live.step is not None and live.step.is_block else dealt_now(reads, live)


def deal_of(reads: Reads, live: LiveSession, *, is_to_change: bool = False) -> Deal | None:
    """Return the current run's deal; `is_to_change` holds it until the end of the transaction."""
    found = reads.deals.of(live.current_run_id, live.step.dealt, is_to_change=is_to_change)
    return None if found is None else live.step.dealt_part.exercise.dealing.Deal.model_validate(found)


def played_in_teams(reads: Reads, live: LiveSession) -> tuple[Team, ...]:
    """Return the teams by which the current step is played, those that were made last; none where it is not played so."""
    if live.step is None or live.step.by_team is None:
        return ()
    return _teams_among(reads, live, _opened(live))


def teams_of(reads: Reads, live: LiveSession, played: StepRun) -> tuple[Team, ...]:
    """Return the teams in which that run was played: those that the screen showed when it was revealed, which are the last made until then.

    Where there were none yet, they are the first made since: the counsellor went back to a question that was asked already, to show it by team.
    """
    if played.opened_at is None:
        return ()
    latest_first = _opened(live)
    before = [run for run in latest_first if run.opened_at <= (played.revealed_at or played.closed_at or played.opened_at)]
    return _teams_among(reads, live, [*before, *(run for run in reversed(latest_first) if run not in before)])


def _opened(live: LiveSession) -> list[StepRun]:
    """Return the runs that were opened, the latest first."""
    return sorted((run for run in live.runs if run.opened_at), key=lambda run: run.opened_at, reverse=True)


def _teams_among(reads: Reads, live: LiveSession, runs: Sequence[StepRun]) -> tuple[Team, ...]:
    run = _teams_run(reads, live, runs)
    if run is None:
        return ()
    step = live.plan.step(run.step_id)
    part = step.dealt_part
    return part.exercise.dealing.teams(part.spec, part.exercise.dealing.Deal.model_validate(reads.deals.of(run.id, step.dealt)))


def _teams_run(reads: Reads, live: LiveSession, runs: Sequence[StepRun]) -> StepRun | None:
    """Return the first of these runs, as they stand, in which teams were made, or None."""
    for run in runs:
        step = live.plan.step(run.step_id)
        if step.dealt_part and step.dealt_part.exercise.dealing.teams is not None and reads.deals.of(run.id, step.dealt) is not None:
            return run
    return None


def _scores(work: Work, live: LiveSession) -> dict[int, float]:
    """Return the mean grade so far, 0..1, of everybody who has one; a pass is no mistake and counts for nothing."""
    marks: dict[int, list[float]] = defaultdict(list)
    for run in live.runs:
        parts = live.plan.step(run.step_id).parts
        if not any(part.exercise.grade for part in parts):
            continue
        for part, gathered in zip(parts, work.answers.gathered(live, run.id), strict=True):
            for person, answer in gathered.answers.items():
                marks[person] += part.exercise.scores(part.spec, [] if answer is None else [answer])
    return {person: sum(own) / len(own) for person, own in marks.items() if own}
