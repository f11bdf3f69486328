"""A live session begins: a frozen copy of a workshop, under a code that is free."""

from dataclasses import dataclass

from sessions.domain.codes import new_join_code
from sessions.domain.live_session import LiveSession
from workshop.plans.model import Workshop

from .ports import LiveHead, Store, World


@dataclass(frozen=True)
class For:
    """Whom the session is for; all None for a script's."""

    organisation_id: int | None = None
    counsellor_id: int | None = None
    cohort_id: int | None = None


class Starting:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world

    def start(self, workshop: Workshop, whom: For | None = None, *, is_rehearsal: bool = False) -> str:
        """Return the join code of a new live session, waiting in its lobby."""
        whom = whom or For()
        with self.store.work() as work:
            code = new_join_code(self.world.random)
            while not work.lives.code_is_free(code):
                code = new_join_code(self.world.random)
            live = LiveSession(id=0, code=code, plan=workshop)
            head = LiveHead(0, code, whom.organisation_id, whom.counsellor_id, whom.cohort_id, workshop.id, is_rehearsal, self.world.now())
            work.lives.add(live, head)
        return code
