"""The desk's commands: one transaction each, refused where somebody else has changed the session meanwhile."""

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sessions.domain.commands import Command, apply
from sessions.domain.live_session import LiveSession
from sessions.domain.refusals import NotNow, Refusal, Stale
from sessions.domain.results import summary_of
from workshop.plans.improvised import improvised_step
from workshop.plans.model import Part, Step

from .dealing import settle
from .handing import keep_received
from .keeping import leave_to
from .ports import Changed, Reach, Store, Work, World


class Improvised(BaseModel):
    """A question that the counsellor typed in the room; no options makes it an open question."""

    model_config = ConfigDict(extra="ignore", str_strip_whitespace=True)

    prompt: str = Field(min_length=3, max_length=240)
    options: list[str] = Field(default_factory=list, max_length=8)


class Conducting:
    def __init__(self, store: Store, world: World) -> None:
        self.store = store
        self.world = world

    def command(self, live_id: int, raw: dict) -> int:
        """Carry out a command `{name, expected_version, …}` and return the new version; raises Refusal."""
        try:
            command = Command.model_validate(raw)
        except ValidationError as error:
            raise _bad(error) from error
        now = self.world.now()
        with self.store.work() as work:
            live = work.lives.by_id(live_id)
            opened = {run.id for run in live.runs if run.opened_at}
            apply(live, command, now, self.world.new_id, self._added_step(work, live, command, raw))
            if not work.lives.save(live, command.name, now, command.expected_version):
                raise Stale(command.expected_version, live.version)
            if command.name in ("next", "back", "go_to", "skip"):
                work.signals.clear_all(live_id, "lost")
            settle(work, self.world, live)
            if live.current is not None and live.current.id not in opened:
                leave_to(work, self.world, live, [person.id for person in work.people.present(live_id)])
            if command.name == "reveal":
                keep_received(work, live)
            work.changed(Changed(live_id, reach=Reach.ROOM))
        return live.version

    def _added_step(self, work: Work, live: LiveSession, command: Command, raw: dict) -> Step | None:
        if command.name == "improvise":
            return self._improvised(live, raw)
        if command.name == "follow_up" and live.current is not None:
            return self._following(work, live)
        return None

    def _improvised(self, live: LiveSession, raw: dict) -> Step:
        try:
            question = Improvised.model_validate(raw)
            options = [option for option in question.options if option.strip()]
            return improvised_step(live.plan.free_step_id("eclair"), question.prompt, options)
        except ValidationError as error:
            raise _bad(error) from error
        except ValueError as error:
            raise Refusal("bad_command", why=str(error)) from error

    def _following(self, work: Work, live: LiveSession) -> Step | None:
        """Return the step made from the current one's results (the vote after the ideas), or None where its type has none."""
        place = live.step.followed_up
        if place is None:
            return None
        part, gathered = live.step.parts[place], work.answers.gathered(live, live.current_run_id)[place]
        try:
            specification = part.exercise.follow_up.make(part.spec, summary_of(part, gathered))
        except ValueError as error:
            raise NotNow("bad_command", why=str(error)) from error
        following = Part(type=part.type, specification=specification.model_dump(mode="json"), goal=part.goal)
        step = live.plan.step(part.of_step) if part.of_step else live.step
        return Step(
            id=live.plan.free_step_id(f"{step.id}-suite"[:50]), title=f"Suite : {step.title}"[:80], minutes=3, improvised=True, parts=(following,)
        )


def _bad(error: ValidationError) -> Refusal:
    first = error.errors(include_url=False)[0]
    if first["loc"][:1] == ("name",):
        return Refusal("unknown_command")
    return Refusal("bad_command", why=f"« {'.'.join(str(part) for part in first['loc'])} » ne va pas.")
