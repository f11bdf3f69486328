"""What a phone may see. The right answers come with the reveal and not before."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from sessions.domain.dealt import Seat
from sessions.domain.live_session import LiveSession
from sessions.domain.notebook import ToDo
from sessions.domain.sharing import Rooms, of_room
from sessions.domain.states import LiveState, RunState
from sessions.domain.team_play import aim_of, team_of
from sessions.domain.views.of_run import told_of_run
from sessions.domain.views.outcomes import Outcome, OwnAnswer, outcomes_of, pocket_of
from workshop.exercises.dealing import Team
from workshop.exercises.keeping import Keepsake
from workshop.exercises.opaque import opaque
from workshop.plans.model import Part, Step

Moment = Literal["lobby", "listen", "read", "activity", "closed", "result", "paused", "ended"]


@dataclass(frozen=True)
class Item:
    """The part on the phone now. `public` is all that may be known of it while it can be answered."""

    place: int
    exercise: str
    public: Mapping[str, Any]
    own: OwnAnswer | None
    goes_on: bool = False
    """True where the answer is given in several goes: the phone asks for what comes next after each."""
    is_done: bool = False
    """Nothing is left to answer here."""
    stage: str = ""
    """For what goes on: changes with each go."""
    seat: str = ""
    """For what is dealt out: changes with what this person's place tells."""
    keeps: bool = False
    """The answer goes to the person's notebook as well."""
    leaves: bool = False
    """Everybody who is there finds something of this in the notebook without answering."""
    is_read: bool = False
    """Nothing is asked: in a block the person says that it is read, which is kept as a pass."""
    pocket: str = ""
    """Under what the phone keeps what never leaves it; empty for most types."""


@dataclass(frozen=True)
class PhoneView:
    code: str
    version: int
    moment: Moment
    workshop: str
    is_rehearsal: bool
    step: str = ""
    number: int = 0
    count: int = 0
    run: str = ""
    round: int = 1
    remaining_s: float | None = None
    """Seconds left on the timer: told as a duration, for a phone's clock may be a day off."""
    item: Item | None = None
    places: tuple[bool, ...] = ()
    """For a block: which parts are done; empty for a single part."""
    outcomes: tuple[Outcome, ...] = ()
    is_personal: bool = False
    """True where this person's view differs from the others': the shared fragment then asks for its own."""
    promises: tuple[str, ...] = ()
    """At the end: what this person decided to do."""
    keeps: bool = False
    """At the end: answers of this session are in the notebook."""
    recalled: tuple[Outcome, ...] = ()
    """At the end: what was played of which a part never left this phone."""
    aim: str = ""
    """What the room plays for, where it plays by team."""
    team: Team | None = None
    is_lost: bool = False
    """This person said so of this step, and nobody has come yet."""
    is_untimed: bool = False
    """The timer was lifted for this person."""
    to_do: tuple[ToDo, ...] = ()
    """Before the beginning: what this person decided to do in an earlier session."""


def phone_view(
    live: LiveSession,
    now: datetime,
    own: Mapping[int, OwnAnswer],
    *,
    is_rehearsal: bool = False,
    untimed: bool = False,
    wanted: int | None = None,
    is_personal: bool = False,
    promises: tuple[str, ...] = (),
    recalled: tuple[Outcome, ...] = (),
    seat: Seat | None = None,
    to_do: tuple[ToDo, ...] = (),
    rooms: Rooms | None = None,
    received: Sequence[Keepsake] = (),
    teams: Sequence[Team] = (),
    who: int = 0,
    is_lost: bool = False,
) -> PhoneView:
    """Return one phone's view; with `own` empty it is the view of somebody who has not answered, which is pushed to all.

    `wanted` is the part of a block that the person went back to; `seat` her place where something is dealt out. Who is not asked only reads.
    `rooms` is what the room shares of this step's parts; `received` what others gave to this person, told once revealed. `teams` are those of a step
    that is played by team, `who` the participant whose team is told; nobody's where it is 0.
    """
    base = {
        "code": live.code, "version": live.version, "workshop": live.plan.title, "is_rehearsal": is_rehearsal, "is_personal": is_personal,
        "promises": promises, "is_untimed": untimed, "is_lost": is_lost,
    }  # fmt: skip
    if live.state is LiveState.ENDED:
        return PhoneView(moment="ended", keeps=not is_rehearsal and _keeps(live), recalled=recalled, **base)
    if live.state is LiveState.LOBBY or live.current is None:
        return PhoneView(moment="lobby", to_do=to_do, **base)
    run, step = live.current, live.step
    base |= {"step": step.title, "number": live.number, "count": len(live.route), "run": run.id, "round": run.round}
    if live.state is LiveState.PAUSED:
        return PhoneView(moment="paused", **base)
    state = run.shown_state(now, untimed=untimed)
    is_only_read = state is RunState.OPEN and seat is not None and not seat.is_asked and not step.is_block
    if is_only_read or (not step.is_answerable and state is not RunState.SKIPPED):
        item = _item(step, 0, own.get(0), seat, told_of_run(run, step, now))
        return PhoneView(moment="read", item=item, remaining_s=None if untimed else run.remaining_s(now), **base)
    if state is RunState.REVEALED:
        return PhoneView(moment="result", outcomes=outcomes_of(step, own, tuple(received)), **base)
    if state is RunState.OPEN:
        place = _place(step.parts, own, wanted)
        done = tuple(_is_done(part, own.get(place)) for place, part in enumerate(step.parts))
        # of the activities of a block, one at most deals
        item = _item(step, place, own.get(place), seat if place == step.dealt else None, of_room(rooms, place))
        return PhoneView(
            moment="activity", item=item, places=done if len(done) > 1 else (),
            remaining_s=None if untimed else run.remaining_s(now), aim=aim_of(step, teams), team=team_of(teams, who), **base,
        )  # fmt: skip
    return PhoneView(moment="listen" if state in (RunState.PENDING, RunState.SKIPPED) else "closed", **base)


def _keeps(live: LiveSession) -> bool:
    """Return whether something was played whose answers are kept."""
    played = [part for run in live.runs for part in live.plan.step(run.step_id).parts]
    return any(part.exercise.keeps_answers or part.exercise.left_by(part.spec) for part in played)


def _place(parts: tuple[Part, ...], own: Mapping[int, OwnAnswer], wanted: int | None) -> int:
    if wanted is not None and 0 <= wanted < len(parts):
        return wanted
    open_places = [place for place, part in enumerate(parts) if not _is_done(part, own.get(place))]
    return open_places[0] if open_places else len(parts) - 1


def _is_done(part: Part, own: OwnAnswer | None) -> bool:
    return own is not None and part.exercise.is_done(part.spec, own.answer)


def _item(step: Step, place: int, own: OwnAnswer | None, seat: Seat | None = None, of_run: Mapping[str, Any] | None = None) -> Item:
    """`of_run` is what is told of the run itself beside the type's own: how far it is shown, what the room shares."""
    part, answer = step.parts[place], own.answer if own else None
    public, goes_on = part.exercise.public_to(part.spec, answer), part.exercise.goes_on is not None
    stage = opaque(answer.model_dump_json()) if goes_on and answer else ""
    public = {**public, **(of_run or {})}
    item = Item(
        place, part.type, public, own, goes_on, _is_done(part, own), stage, keeps=part.exercise.keeps_answers, leaves=bool(part.exercise.left_by(part.spec)),
        is_read=not part.exercise.is_answerable, pocket=pocket_of(step, place),
    )  # fmt: skip
    if seat is None:
        return item
    return replace(item, public={**public, "seat": seat.told}, seat=opaque(json.dumps(seat.told, sort_keys=True)) if seat.told else "")
