"""An answer comes in: read by its type, stored, and only then acknowledged."""

from typing import Any

from sessions.domain.live_session import LiveSession
from sessions.domain.refusals import Refusal, TooLate
from workshop.exercises.reading import read_answer

from .ports import AnswerWrite, Changed, Store, World

MAX_ID = 64


class Answering:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world

    def submit(self, live_id: int, participant_id: int, run_id: str, part: int, client_answer_id: str, raw: Any) -> None:
        """Store one answer; `raw` None is "je passe". Returns once it is on the disk; the same id sent again changes nothing.

        Raises AnswerRefused (it does not fit the question), TooLate, or Refusal (unknown run, removed).
        """
        received_at = self.world.now()
        payload = None if raw is None else self._read(live_id, run_id, part, raw)
        if not isinstance(client_answer_id, str) or not 1 <= len(client_answer_id) <= MAX_ID:
            raise Refusal("bad_command", why="« client_answer_id » doit avoir de 1 à 64 caractères.")
        outcome = self.store.write_answer(AnswerWrite(live_id, run_id, part, participant_id, client_answer_id, payload, received_at))
        if outcome == "too_late":
            raise TooLate("too_late")
        if outcome in ("not_open", "removed"):
            raise Refusal(str(outcome))
        self.store.publisher.answered(live_id)

    def signal(self, live_id: int, participant_id: int, kind: str, *, raised: bool) -> None:
        """Raise or lower a hand, or say "je suis perdu" (for the step being played only)."""
        if kind not in ("lost", "hand"):
            raise Refusal("bad_command", why="ce signal n’existe pas.")
        with self.store.work() as work:
            live = work.lives.by_id(live_id)
            if raised:
                work.signals.raise_(participant_id, kind, live.current_run_id, self.world.now())
            else:
                work.signals.clear(participant_id, kind)
            work.changed(Changed(live_id))

    def left(self, live_id: int, participant_id: int) -> None:
        """Note that a phone went away; it is still in the session."""
        with self.store.work() as work:
            work.people.set_left(participant_id, self.world.now())
            work.changed(Changed(live_id))

    def came_back(self, live_id: int, participant_id: int) -> None:
        """Note that a phone is there again; writes nothing where it never left."""
        with self.store.read() as reads:
            person = reads.people.by_id(participant_id)
        if person is None or person.left_at is None:
            return
        with self.store.work() as work:
            work.people.set_left(participant_id, None)
            work.changed(Changed(live_id))

    def _read(self, live_id: int, run_id: str, part: int, raw: Any) -> dict[str, Any]:
        with self.store.read() as reads:
            live = reads.lives.by_id(live_id)
        found = _part(live, run_id, part)
        return read_answer(found.exercise, found.spec, raw).model_dump(mode="json")


def _part(live: LiveSession | None, run_id: str, part: int):
    if live is None:
        raise Refusal("no_such_run")
    try:
        step = live.plan.step(live.run(run_id).step_id)
    except KeyError as error:
        raise Refusal("no_such_run") from error
    if not isinstance(part, int) or not 0 <= part < len(step.parts):
        raise Refusal("no_such_run")
    return step.parts[part]
