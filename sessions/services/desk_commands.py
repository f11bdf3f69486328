"""All that a desk may ask, by name: conducting commands change the session and make a new version; the others do not.

What is meant for "the step that is played" is refused when it was meant for another version: the desk had not seen what somebody else did.
What names its person, its run or its page means the same in every version, and is done though the desk is about to be redrawn; a place among
those dealt now is none of these.
"""

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel, ValidationError

from sessions.domain.live_session import LiveSession
from sessions.domain.refusals import Refusal, Stale
from sessions.domain.states import RULES

from . import hands, moderating, printing, redealing, tending
from .conducting import Conducting
from .ports import Store, Work, World

Handler = tuple[type[BaseModel], Callable[[Work, World, LiveSession, Any], None]]

WITHOUT_NEW_VERSION: dict[str, Handler] = {
    "approve": (moderating.TextOf, moderating.approve),
    "hide": (moderating.TextOf, moderating.hide),
    "arrange": (moderating.ArrangementOf, moderating.arrange),
    "count_hands": (hands.Counted, hands.count_hands),
    "answer_for": (hands.AnswerFor, hands.answer_for),
    "add_participant": (tending.Newcomer, tending.add_by_hand),
    "remove": (tending.Someone, tending.remove),
    "rename": (tending.Renamed, tending.rename),
    "lift_timer_for": (tending.Timing, tending.lift_timer_for),
    "attend_to": (tending.SignalOf, tending.attend_to),
    "printed": (printing.Printed, printing.printed),
    "deal_again": (redealing.Again, redealing.deal_again),
    "move": (redealing.Moved, redealing.move),
}
OF_THE_STEP_SHOWN = {"deal_again", "move"}


class DeskCommands:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world
        self.conducting = Conducting(store, world)

    def command(self, live_id: int, raw: Any) -> int:
        """Carry out `{name, expected_version, …}`; returns the version after it; raises Refusal, and then nothing has changed."""
        name = raw.get("name") if isinstance(raw, dict) else None
        if name in RULES:
            return self.conducting.command(live_id, raw)
        if name not in WITHOUT_NEW_VERSION:
            raise Refusal("unknown_command")
        return self._tend(live_id, name, raw)

    def _tend(self, live_id: int, name: str, raw: dict[str, Any]) -> int:
        model, handler = WITHOUT_NEW_VERSION[name]
        try:
            wish = model.model_validate({key: value for key, value in raw.items() if key not in ("name", "expected_version")})
        except ValidationError as error:
            place = ".".join(str(part) for part in error.errors()[0]["loc"])
            raise Refusal("bad_command", why=f"« {place} » ne va pas.") from error
        with self.store.work() as work:
            live = work.lives.by_id(live_id)
            expected = raw.get("expected_version")
            if name in OF_THE_STEP_SHOWN and expected != live.version:
                raise Stale(expected, live.version)
            handler(work, self.world, live, wish)
        return live.version
