"""An answer comes in: read by its type, stored, and only then acknowledged."""

from typing import Any

from sessions.domain.refusals import Refusal, TooLate
from workshop.exercises.reading import read_answer
from workshop.plans.model import Part, Step

from .dealing import settle
from .dealt_answers import completed, has_a_say, write_dealt
from .keeping import KeptAnswer, is_kept, keep_all, write_kept
from .ports import AnswerWrite, Changed, Store, Work, World
from .seen import answer_seen

MAX_ID = 64
REMEMBERED = 5000
"""Runs whose step is kept in mind: those of all rooms of a process, and small, for the plan itself is shared."""


class Answering:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world
        self._steps: dict[tuple[int, str], Step] = {}
        self._write_kept = store.batches(lambda work, answers: write_kept(work, world, answers))

    @answer_seen
    def submit(self, live_id: int, participant_id: int, run_id: str, part: int, client_answer_id: str, raw: Any) -> None:
        """Store one answer; `raw` None is "je passe", or that a page of a block is read. Returns once it is on the disk.

        The same id sent again changes nothing.

        Raises AnswerRefused (it does not fit the question), TooLate, or Refusal (unknown run, removed).
        """
        received_at = self.world.now()
        payload = self._read(live_id, run_id, part, raw)
        if not isinstance(client_answer_id, str) or not 1 <= len(client_answer_id) <= MAX_ID:
            raise Refusal("bad_command", why="« client_answer_id » doit avoir de 1 à 64 caractères.")
        write = AnswerWrite(live_id, run_id, part, participant_id, client_answer_id, payload, received_at)
        outcome = self._write(self._step_of(live_id, run_id), write)
        if outcome == "too_late":
            raise TooLate("too_late")
        if outcome in ("not_open", "removed"):
            raise Refusal(str(outcome))
        self.store.publisher.answered(live_id)

    def signal(self, live_id: int, participant_id: int, kind: str, *, raised: bool) -> None:
        """Raise or lower a hand, or say "je suis perdu" (for the step being played only)."""
        if kind not in ("lost", "hand"):
            raise Refusal("bad_command", why="ce signal n’existe pas.")

        def act(work: Work) -> None:
            if raised:
                work.signals.raise_(participant_id, kind, work.lives.by_id(live_id).current_run_id, self.world.now())
            else:
                work.signals.clear(participant_id, kind)
            work.changed(Changed(live_id))

        self.store.together(act)

    def left(self, live_id: int, participant_id: int) -> None:
        """Note that a phone went away, with all who share it; they are still in the session. Nothing where another worker has seen it since."""
        self._set_left(live_id, participant_id, is_away=True)

    def came_back(self, live_id: int, participant_id: int) -> None:
        """Note that a phone is there again, for all who share it; writes nothing where it never left."""
        self._set_left(live_id, participant_id, is_away=False)

    def _set_left(self, live_id: int, participant_id: int, *, is_away: bool) -> None:
        with self.store.read() as reads:
            moved = reads.people.to_move(live_id, participant_id, is_away=is_away)
        if not moved:
            return

        def act(work: Work) -> None:
            for mate_id in moved:
                work.people.set_left(mate_id, self.world.now() if is_away else None)
            work.changed(Changed(live_id))
            settle(work, self.world, work.lives.by_id(live_id))

        self.store.together(act)

    def _write(self, step: Step, write: AnswerWrite) -> str:
        """Store the answer the quickest way that its type allows: most need nothing but the writing."""
        if has_a_say(step.parts[write.part].exercise.dealing):
            return self.store.together(lambda work: write_and_keep(work, self.world, step, write))
        if is_kept(step, write):
            return self._write_kept(KeptAnswer(write, step))
        return self.store.write_answer(write)

    def _read(self, live_id: int, run_id: str, part: int, raw: Any) -> dict[str, Any] | None:
        found = _part(self._step_of(live_id, run_id), part)
        if raw is None:
            return None
        return read_answer(found.exercise, found.spec, raw).model_dump(mode="json")

    def _step_of(self, live_id: int, run_id: str) -> Step:
        """Return what a run plays. It never changes, so it is read once and not with each answer; whether the run is open is not asked here."""
        step = self._steps.get((live_id, run_id))
        if step is None:
            step = self._read_step(live_id, run_id)
            if len(self._steps) >= REMEMBERED:
                self._steps.clear()
            self._steps[live_id, run_id] = step
        return step

    def _read_step(self, live_id: int, run_id: str) -> Step:
        with self.store.read() as reads:
            live = reads.lives.by_id(live_id)
        if live is None:
            raise Refusal("no_such_run")
        try:
            return live.plan.step(live.run(run_id).step_id)
        except KeyError as error:
            raise Refusal("no_such_run") from error


def write_and_keep(work: Work, world: World, step: Step, write: AnswerWrite) -> str:
    """Store one answer of any type, with all that it brings with it; returns the outcome of the writing.

    Raises Refusal where its writer is not asked, AnswerRefused where it does not fit what was dealt.
    """
    write = completed(work, step.parts[write.part], write)
    outcome = write_dealt(work, write)
    if outcome == "stored" and is_kept(step, write):
        keep_all(work, world, [KeptAnswer(write, step)])
    return outcome


def _part(step: Step, part: int) -> Part:
    if not isinstance(part, int) or not 0 <= part < len(step.parts):
        raise Refusal("no_such_run")
    return step.parts[part]
