"""What the counsellor sees: the next thing to do, the steps, and who may need help. Only here do names stand beside what is missing."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sessions.domain.commands import is_allowed
from sessions.domain.dealt import Dealt
from sessions.domain.guidance import label, next_thing, possible
from sessions.domain.live_session import LiveSession
from sessions.domain.paces import Progress, Stage, progress_of, stage_at, stages_of
from sessions.domain.pages import Page
from sessions.domain.people import Kind, Participant
from sessions.domain.printing import print_label
from sessions.domain.results import PartAnswers, summary_of
from sessions.domain.shown import Result
from sessions.domain.states import RunState
from sessions.domain.team_play import aim_of, told_by_team, ways_to_play
from workshop.exercises.contract import Story
from workshop.plans.model import Part, Step

from .desk_lines import Button, End, PartPanel, PersonLine, PrintLine, StepLine, TextLine
from .desk_results import page_on_screen, previews
from .desk_steps import ends, results, step_lines, stop
from .desk_texts import text_lines
from .room_facts import RoomFacts

BESIDE = ("show_less", "close", "reveal", "conceal", "reopen", "second_round", "follow_up", "skip", "next", "start_timer", "extend_timer", "lift_timer")
AROUND = ("back", "pause", "lock", "unlock", "end", "reopen_live", "improvise")
LONG_GONE = timedelta(minutes=10)
LISTED_PEOPLE = 200
LISTED = 40
"""Names in one list; the rest is told as a number, for a desk of 1,000 names helps nobody."""
LISTED_TEXTS = 120
"""Texts in one list: five words of each of twenty-four people. The rest is told as a number."""


@dataclass(frozen=True)
class DeskView:
    code: str
    version: int
    state: str
    workshop: str
    is_rehearsal: bool
    is_locked: bool
    steps: tuple[StepLine, ...]
    next: Button | None
    beside: tuple[Button, ...]
    around: tuple[Button, ...]
    people: tuple[PersonLine, ...]
    """The first of them; `count` is how many there are."""
    count: int
    progress: Progress
    minutes_planned: int
    minutes_spent: int | None
    run: str = ""
    run_state: RunState | None = None
    round: int = 1
    title: str = ""
    prompt: str = ""
    notes: str = ""
    following: str = ""
    remaining_s: float | None = None
    elapsed_s: float | None = None
    missing: tuple[PersonLine, ...] = ()
    lost: tuple[tuple[int, str], ...] = ()
    hands: tuple[tuple[int, str], ...] = ()
    prints: tuple[PrintLine, ...] = ()
    texts: tuple[TextLine, ...] = ()
    more_texts: int = 0
    """How many different texts there are beside those that are listed."""
    panels: tuple[PartPanel, ...] = ()
    previews: tuple[Result | Page, ...] = ()
    """What the screen shows once revealed, or could show."""
    follow_up: str = ""
    dealt: Story | None = None
    deal_again: str = ""
    """The label of the button that deals another time; empty where nothing is dealt out now."""
    spots: tuple[tuple[str, str], ...] = ()
    """(key, label) of the places where the counsellor can put somebody by hand."""
    by_team: Story | None = None
    aim: str = ""
    """What the room plays for, where it plays by team."""
    team_ways: tuple[tuple[str, str], ...] = ()
    """(key, label) of how else the step can be played: by team or not."""
    results: tuple[tuple[str, bool], ...] = ()
    """Where several results are shown one by one: what each is of, and whether it is on the screen now."""
    page: Page | None = None
    """Once revealed: which page of the result is on the screen."""
    stages: tuple[str, ...] = ()
    """For a block: what it goes through; `progress.at` counts who is at each, `people` say where each one is."""
    ends: tuple[End, ...] = ()
    """Up to where the coming steps can be opened together, each at their own pace."""
    stop: str = ""
    """Why no further."""
    promised: int = 0
    """In the lobby: how many people chose things to do in the session that the group had before."""


def desk_view(live: LiveSession, now: datetime, room: RoomFacts, *, is_rehearsal: bool = False) -> DeskView:
    run, step = live.current, live.step
    to_do = step.to_do if step else frozenset()
    stages = stages_of(live.plan, step) if step else ()
    spots = _places(room)
    people = tuple(_person(person, room.done.get(person.id, ()), to_do, stages, spots.get(person.id, "")) for person in room.people)
    by_team = told_by_team(step, room.gathered, room.teams) if run and run.state is not RunState.PENDING else None
    page = page_on_screen(live, room, is_by_team=by_team is not None)
    first = next_thing(live, page.count if page else 1)
    view = {
        "code": live.code, "version": live.version, "state": live.state.value, "workshop": live.plan.title, "is_rehearsal": is_rehearsal,
        "is_locked": live.is_locked, "people": people, "count": room.count, "minutes_planned": live.plan.minutes, "minutes_spent": _minutes(live, now),
        "steps": step_lines(live), "ends": ends(live), "stop": stop(live),
        "next": Button(first, label(live, first), {"page": page.number + 1} if first == "show_page" else {}) if first else None,
        "beside": tuple(Button(name, label(live, name)) for name in possible(live, BESIDE) if name != first),
        "around": tuple(Button(name, label(live, name)) for name in possible(live, AROUND) if name != first),
        "progress": progress_of(live, room.there, room.done, room.hands_total, room.dealt),
        "hands": tuple((signal.participant_id, signal.alias) for signal in room.signals if signal.kind == "hand"),
        "lost": tuple((signal.participant_id, signal.alias) for signal in room.signals if signal.kind == "lost"),
        "prints": tuple(PrintLine(page.key, page.alias, print_label(page.type)) for page in room.prints),
    }  # fmt: skip
    if run is None:
        return DeskView(following=live.following.title, promised=room.promised, **view)
    panels = tuple(_panel(place, part, room.gathered[place]) for place, part in enumerate(step.parts) if part.exercise.is_answerable)
    texts = text_lines(step.parts, room.gathered, room.decisions)
    follow_up = step.parts[step.followed_up].exercise.follow_up.label if step.followed_up is not None else ""
    return DeskView(
        run=run.id, run_state=run.shown_state(now), round=run.round, title=step.title,
        prompt=step.title if step.is_block else step.parts[0].spec.prompt, notes=step.notes,
        following=live.following.title if live.following else "", remaining_s=run.remaining_s(now),
        elapsed_s=_seconds(run.opened_at, now) if run.opened_at else None,
        missing=_missing(step, people, room.dealt) if run.state is RunState.OPEN else (),
        texts=texts[:LISTED_TEXTS], more_texts=max(0, len(texts) - LISTED_TEXTS), panels=panels,
        previews=previews(live, room, page), results=results(live), page=page,
        follow_up=follow_up, stages=tuple(stage.title for stage in stages), **_dealt(room.dealt), **view,
        by_team=None if page and page.board else by_team, aim=aim_of(step, room.teams),
        team_ways=tuple(ways_to_play(live).items()) if is_allowed(live, "play_by_team") else (),
    )  # fmt: skip


def _places(room: RoomFacts) -> dict[int, str]:
    """Return where each one is: what is dealt out now, else the team for which she plays."""
    if room.dealt:
        return dict(room.dealt.places)
    return {person: team.name for team in room.teams for person in team.members}


def _dealt(dealt: Dealt | None) -> dict[str, Any]:
    return {"dealt": dealt.story, "deal_again": dealt.dealing.label, "spots": tuple(dealt.spots.items())} if dealt else {}


def _missing(step: Step, people: tuple[PersonLine, ...], dealt: Dealt | None) -> tuple[PersonLine, ...]:
    """Where texts are seen as they come, only those whom the counsellor answers for: a name that leaves this list just then would tell whose a text is."""
    asked = dealt.asked if dealt else {person.id for person in people}
    return tuple(person for person in people if person.done < person.of and person.id in asked and (person.is_by_hand or not step.shares))[:LISTED]


def _person(person: Participant, done: Collection[int], to_do: Collection[int], stages: Sequence[Stage], spot: str) -> PersonLine:
    here = stage_at(stages, done) if stages else None
    return PersonLine(
        person.id, person.alias, person.left_at is not None, person.kind is Kind.BY_HAND, person.untimed, len(set(done) & set(to_do)), len(to_do), spot,
        marks=tuple(place in done for place in sorted(to_do)) if stages else (), stage="" if here is None else stages[here].title,
    )  # fmt: skip


def _panel(place: int, part: Part, gathered: PartAnswers) -> PartPanel:
    exercise = part.exercise
    known = exercise.hands(part.spec) if exercise.hands else {}
    hands = tuple((key, hand.label, gathered.hands.get(key, 0)) for key, hand in known.items())
    if exercise.Arrangement is None:
        return PartPanel(place, part.type, part.spec.prompt, hands)
    return PartPanel(
        place, part.type, part.spec.prompt, hands, part.spec, summary_of(part, gathered), gathered.arrangement, exercise.arranging, exercise.shared is not None
    )  # fmt: skip


def _minutes(live: LiveSession, now: datetime) -> int | None:
    if live.started_at is None:
        return None
    return int(_seconds(live.started_at, live.ended_at or now) // 60)


def _seconds(since: datetime, until: datetime) -> float:
    """Return what went by; nothing where the server's clock was set back meanwhile."""
    return max(0.0, (until - since).total_seconds())
