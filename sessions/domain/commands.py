"""What a desk may ask of the live session: one model per command, and `apply`, the only way in."""

from collections.abc import Callable
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from workshop.plans.model import Step

from . import life, moves, pages, runs, shown, team_play, timers
from .live_session import LiveSession
from .refusals import NotNow, Stale
from .states import RULES


class Command(BaseModel):
    """A conducting command. Moderation (texts, people) has its own services: it does not change the session's state."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    name: Literal[
        "next", "back", "go_to", "open", "show_more", "show_less", "close", "reveal", "conceal", "reopen", "second_round", "skip", "follow_up", "improvise",
        "self_paced", "show_result", "show_page", "play_by_team", "start_timer", "extend_timer", "lift_timer", "pause", "resume", "lock", "unlock", "end",
        "reopen_live",
    ]  # fmt: skip
    expected_version: int
    step: str = Field(default="", max_length=60)
    seconds: int = Field(default=60, ge=10, le=3600)
    result: int | None = Field(default=None, ge=0)
    page: int = Field(default=0, ge=0, lt=pages.MOST_PAGES)
    how: team_play.How = "goal"


def is_allowed(live: LiveSession, name: str) -> bool:
    """Whether the table of states allows the command now."""
    rule = RULES[name]
    if live.state not in rule.live:
        return False
    return rule.run is None or (live.current is not None and live.current.state in rule.run)


def apply(live: LiveSession, command: Command, now: datetime, new_id: Callable[[], str], added_step: Step | None = None) -> None:
    """Carry out the command and make the next version; raises Stale or NotNow and then changes nothing.

    `added_step` is the step that `improvise` and `follow_up` put in; who builds it is the service.
    """
    if command.expected_version != live.version:
        raise Stale(command.expected_version, live.version)
    if not is_allowed(live, command.name):
        raise NotNow("not_now", label=RULES[command.name].label)
    _carry_out(live, command, now, new_id, added_step)
    live.version += 1


def _carry_out(live: LiveSession, command: Command, now: datetime, new_id: Callable[[], str], added_step: Step | None) -> None:
    match command.name:
        case "next":
            moves.go_next(live, now, new_id)
        case "back":
            moves.go_back(live, now, new_id)
        case "go_to":
            moves.go_to(live, command.step, now, new_id)
        case "skip":
            moves.skip(live, now, new_id)
        case "follow_up" | "improvise":
            if added_step is None:
                raise NotNow("no_follow_up")
            moves.insert_step(live, added_step, now, new_id)
        case "self_paced":
            moves.open_self_paced(live, command.step, now, new_id)
        case "open":
            runs.open_run(live.current, live.step, now)
        case "show_more":
            runs.show(live.current, live.step, 1)
        case "show_less":
            runs.show(live.current, live.step, -1)
        case "close":
            runs.close(live.current, now)
        case "reveal":
            runs.reveal(live.current, live.step, now)
        case "show_result":
            shown.show_result(live.plan, live.step, live.current, command.result)
        case "show_page":
            pages.show_page(live.current, command.page)
        case "conceal":
            runs.conceal(live.current)
        case "reopen":
            runs.reopen(live.current, live.step, now)
        case "second_round":
            runs.second_round(live, now, new_id)
        case "play_by_team":
            team_play.play_by_team(live, command.how)
        case "start_timer":
            timers.start_timer(live.current, command.seconds, now)
        case "extend_timer":
            timers.extend_timer(live.current, command.seconds, now)
        case "lift_timer":
            timers.lift_timer(live.current)
        case "pause":
            life.pause(live, now)
        case "resume":
            life.resume(live, now)
        case "lock":
            live.is_locked = True
        case "unlock":
            live.is_locked = False
        case "end":
            life.end(live, now)
        case "reopen_live":
            life.reopen_live(live)
