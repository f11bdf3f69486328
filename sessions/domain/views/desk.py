"""What the counsellor sees: the next thing to do, the steps, and who may need help. Only here do names stand beside what is missing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sessions.domain.dealt import Dealt
from sessions.domain.guidance import label, next_thing, possible
from sessions.domain.live_session import LiveSession
from sessions.domain.people import Kind, Participant
from sessions.domain.results import PartAnswers, story_of_step, summary_of
from sessions.domain.states import RULES, RunState
from sessions.domain.team_play import told_by_team
from sessions.domain.texts import text_key
from workshop.exercises.contract import Story
from workshop.exercises.dealing import Team
from workshop.plans.model import Part, Step

from .desk_lines import Button, PartPanel, PersonLine, StepLine, TextLine
from .screen import Progress

BESIDE = ("show_less", "close", "reveal", "conceal", "reopen", "second_round", "follow_up", "skip", "next", "start_timer", "extend_timer", "lift_timer")
AROUND = ("back", "pause", "lock", "unlock", "end", "reopen_live", "improvise")
LONG_GONE = timedelta(minutes=10)
LISTED_PEOPLE = 200
LISTED = 40
"""Names or texts in one list; the rest is told as a number, for a desk of 1,000 names helps nobody."""


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
    texts: tuple[TextLine, ...] = ()
    panels: tuple[PartPanel, ...] = ()
    story: Story | None = None
    follow_up: str = ""
    dealt: Story | None = None
    deal_again: str = ""
    """The label of the button that deals another time; empty where nothing is dealt out now."""
    spots: tuple[tuple[str, str], ...] = ()
    """(key, label) of the places where the counsellor can put somebody by hand."""
    by_team: Story | None = None


@dataclass(frozen=True)
class RoomFacts:
    """What the database knows beside the session's own state."""

    people: list[Participant]
    """The first LISTED_PEOPLE of the room."""
    count: int
    there: Collection[int]
    """The ids of those who are in the room with a phone; one that is away for long is no longer expected."""
    done: dict[int, int]
    """Parts answered by participant id, for the current run."""
    hands_total: int
    signals: list[Any]
    gathered: tuple[PartAnswers, ...]
    before: tuple[PartAnswers, ...] | None
    decisions: dict[tuple[int, str], bool]
    dealt: Dealt | None = None
    teams: tuple[Team, ...] = ()


def progress_of(live: LiveSession, there: Collection[int], done: dict[int, int], hands: int, dealt: Dealt | None = None) -> Progress:
    """Count people: who answered every part, out of `there`, the ids of those who are in the room with a phone.

    Where what is dealt out asks only some, those are expected while the step is open, and nobody more once it is closed.
    """
    parts = sum(part.exercise.is_answerable for part in live.step.parts) if live.step else 0
    if parts == 0:
        return Progress()
    answered = {person_id for person_id, count in done.items() if count >= parts}
    asks_some = any(part.exercise.dealing and part.exercise.dealing.asks for part in live.step.parts)
    expected = dealt.asked if dealt else () if asks_some else there
    return Progress(len(answered), len(answered.union(expected)), hands)


def desk_view(live: LiveSession, now: datetime, room: RoomFacts, *, is_rehearsal: bool = False) -> DeskView:
    run, step = live.current, live.step
    parts = sum(part.exercise.is_answerable for part in step.parts) if step else 0
    places = room.dealt.places if room.dealt else {}
    people = tuple(_person(person, room.done.get(person.id, 0), parts, places.get(person.id, "")) for person in room.people)
    first = next_thing(live)
    view = {
        "code": live.code, "version": live.version, "state": live.state.value, "workshop": live.plan.title, "is_rehearsal": is_rehearsal,
        "is_locked": live.is_locked, "people": people, "count": room.count, "minutes_planned": live.plan.minutes, "minutes_spent": _minutes(live, now),
        "steps": tuple(_step_line(live, place) for place in range(len(live.plan.steps))),
        "next": Button(first, label(live, first)) if first else None,
        "beside": tuple(Button(name, RULES[name].label) for name in possible(live, BESIDE) if name != first),
        "around": tuple(Button(name, RULES[name].label) for name in possible(live, AROUND) if name != first),
        "progress": progress_of(live, room.there, room.done, room.hands_total, room.dealt),
        "hands": tuple((signal.participant_id, signal.alias) for signal in room.signals if signal.kind == "hand"),
        "lost": tuple((signal.participant_id, signal.alias) for signal in room.signals if signal.kind == "lost"),
    }  # fmt: skip
    if run is None:
        return DeskView(following=live.plan.steps[0].title, **view)
    panels = tuple(_panel(place, part, room.gathered[place]) for place, part in enumerate(step.parts) if part.exercise.is_answerable)
    follow_up = step.parts[0].exercise.follow_up
    return DeskView(
        run=run.id, run_state=run.shown_state(now), round=run.round, title=step.title, prompt=step.parts[0].spec.prompt, notes=step.notes,
        following="" if live.is_last else live.plan.steps[live.position + 1].title, remaining_s=run.remaining_s(now),
        elapsed_s=_seconds(run.opened_at, now) if run.opened_at else None,
        missing=_missing(step, people, parts, room.dealt) if run.state is RunState.OPEN else (),
        texts=tuple(_texts(step.parts, room)), panels=panels,
        story=story_of_step(step, room.gathered, room.before) if _has_story(live, parts, room.dealt) else None,
        follow_up=follow_up.label if follow_up else "", **_dealt(room.dealt), **view,
        by_team=told_by_team(step, room.gathered, room.teams) if run.state is not RunState.PENDING else None,
    )  # fmt: skip


def _has_story(live: LiveSession, parts: int, dealt: Dealt | None) -> bool:
    """What the room is never shown is still told to the desk (the questions asked before), but for a deal, which tells itself."""
    return parts > 0 and live.current.state is not RunState.PENDING and (dealt is None or live.step.can_reveal)


def _dealt(dealt: Dealt | None) -> dict[str, Any]:
    return {"dealt": dealt.story, "deal_again": dealt.dealing.label, "spots": tuple(dealt.spots.items())} if dealt else {}


def _missing(step: Step, people: tuple[PersonLine, ...], parts: int, dealt: Dealt | None) -> tuple[PersonLine, ...]:
    """Where texts are seen as they come, only those whom the counsellor answers for: a name that leaves this list just then would tell whose a text is."""
    asked = dealt.asked if dealt else {person.id for person in people}
    return tuple(person for person in people if parts and person.done < parts and person.id in asked and (person.is_by_hand or not step.shares))[:LISTED]


def _person(person: Participant, done: int, parts: int, place: str) -> PersonLine:
    return PersonLine(person.id, person.alias, person.left_at is not None, person.kind is Kind.BY_HAND, person.untimed, done, parts, place)


def _step_line(live: LiveSession, place: int) -> StepLine:
    step = live.plan.steps[place]
    runs = live.runs_of(step.id)
    state = runs[-1].state if runs else None
    return StepLine(step.id, step.title, step.minutes, place + 1, place == live.position, state, step.core, step.improvised)


def _panel(place: int, part: Part, gathered: PartAnswers) -> PartPanel:
    exercise = part.exercise
    known = exercise.hands(part.spec) if exercise.hands else {}
    hands = tuple((key, hand.label, gathered.hands.get(key, 0)) for key, hand in known.items())
    if exercise.Arrangement is None:
        return PartPanel(place, part.type, part.spec.prompt, hands)
    return PartPanel(
        place, part.type, part.spec.prompt, hands, part.spec, summary_of(part, gathered), gathered.arrangement, exercise.arranging, exercise.shared is not None
    )  # fmt: skip


def _texts(parts: tuple[Part, ...], room: RoomFacts) -> list[TextLine]:
    """Return each different text once: those that wait for a decision first, then the latest."""
    lines: dict[tuple[int, str], TextLine] = {}
    for place, part in enumerate(parts):
        if part.exercise.texts is None:
            continue
        for answer in room.gathered[place].given:
            for text in part.exercise.texts(answer):
                key = (place, text_key(text))
                decided = room.decisions.get(key)
                lines.setdefault(key, TextLine(place, text, decided if decided is not None else not part.approval, part.approval and decided is None))
    return sorted(lines.values(), key=lambda line: not line.is_waiting)[:LISTED]


def _minutes(live: LiveSession, now: datetime) -> int | None:
    if live.started_at is None:
        return None
    return int(_seconds(live.started_at, live.ended_at or now) // 60)


def _seconds(since: datetime, until: datetime) -> float:
    """Return what went by; nothing where the server's clock was set back meanwhile."""
    return max(0.0, (until - since).total_seconds())
