"""What people give to each other in an activity (a strength that one saw in somebody): it arrives with the reveal, on one phone and in one notebook."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sessions.domain.live_session import LiveSession
from sessions.domain.notebook import is_received
from sessions.domain.states import RunState
from workshop.exercises.keeping import Keepsake
from workshop.plans.model import Part

from .keeping import stored
from .ports import Reads, Work

Received = Mapping[int, Sequence[Keepsake]]


def handing_part(live: LiveSession) -> Part | None:
    """Return the part whose answers give something to others, once it is revealed; None in every other moment."""
    if live.current is None or live.current.state is not RunState.REVEALED:
        return None
    part = live.step.dealt_part
    return part if part is not None and part.exercise.dealing.hand_over is not None else None


def received_by_all(reads: Reads, live: LiveSession) -> Received:
    """Return what everybody received in the revealed step, by participant."""
    part = handing_part(live)
    if part is None:
        return {}
    return part.exercise.dealing.hand_over(part.spec, reads.answers.gathered(live, live.current_run_id)[live.step.dealt].given)


def keep_received(work: Work, live: LiveSession) -> None:
    """Put what each person received on the page that her own answer made in her notebook; nothing in a rehearsal, nor where there is no such page."""
    if handing_part(live) is None or work.lives.head(live.id).is_rehearsal:
        return
    received = received_by_all(work, live)
    for owner in work.notebooks.owners(received):
        pages = work.notebooks.pages(owner.notebook_id) if owner.notebook_id is not None else []
        for page in pages:
            if (page.live_id, page.step_id, page.part) == (live.id, live.current.step_id, live.step.dealt):
                own = [keepsake for keepsake in page.keepsakes if not is_received(keepsake)]
                work.notebooks.correct(replace(page, keepsakes=own + stored(received[owner.participant_id])))
