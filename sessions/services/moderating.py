"""What the counsellor decides about what the room wrote: show, hide, put in groups."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sessions.domain.live_session import LiveSession
from sessions.domain.refusals import Refusal
from sessions.domain.texts import text_key
from workshop.plans.model import Part

from .ports import Changed, Reach, Work, World


class PartOf(BaseModel):
    """A part of a run of this session."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    run: str = Field(max_length=24)
    part: int = Field(default=0, ge=0, le=20)


class TextOf(PartOf):
    text: str = Field(min_length=1, max_length=2000)


class ArrangementOf(PartOf):
    """The fields beyond run and part are the type's own Arrangement."""

    model_config = ConfigDict(extra="allow", frozen=True)

    @property
    def arrangement(self) -> dict[str, Any]:
        return dict(self.model_extra or {})


def approve(work: Work, _world: World, live: LiveSession, wish: TextOf) -> None:
    """Let a text be shown."""
    _decide(work, live, wish, is_shown=True)


def hide(work: Work, _world: World, live: LiveSession, wish: TextOf) -> None:
    """Take a text or a word off every surface; it can be approved again."""
    _decide(work, live, wish, is_shown=False)


def arrange(work: Work, _world: World, live: LiveSession, wish: ArrangementOf) -> None:
    """Put what the room gave in the counsellor's order (groups of ideas)."""
    exercise = part_of(live, wish).exercise
    if exercise.Arrangement is None:
        raise Refusal("bad_command", why="cette activité ne se range pas.")
    try:
        arrangement = exercise.Arrangement.model_validate(wish.arrangement)
    except ValidationError as error:
        raise Refusal("bad_command", why="un nom de groupe manque ou est trop long.") from error
    work.answers.arrange(wish.run, wish.part, arrangement.model_dump(mode="json"))
    work.changed(Changed(live.id, reach=Reach.SCREEN))


def part_of(live: LiveSession, wish: PartOf) -> Part:
    """Return the part that a wish is about; raises Refusal where it is not of this session."""
    try:
        return live.plan.step(live.run(wish.run).step_id).parts[wish.part]
    except (KeyError, IndexError) as error:
        raise Refusal("no_such_run") from error


def _decide(work: Work, live: LiveSession, wish: TextOf, *, is_shown: bool) -> None:
    part_of(live, wish)
    work.answers.decide_text(wish.run, wish.part, text_key(wish.text), is_shown)
    work.changed(Changed(live.id, reach=Reach.SCREEN))
