"""What the desk is told of the result: before the reveal all of it, afterwards what the screen shows of it."""

from sessions.domain.live_session import LiveSession
from sessions.domain.pages import Page, page_shown
from sessions.domain.shown import Result, all_results, shown_result
from sessions.domain.states import RunState

from .room_facts import RoomFacts


def page_on_screen(live: LiveSession, room: RoomFacts, *, is_by_team: bool) -> Page | None:
    """Return the page that the screen shows; None before the reveal."""
    if live.current is None or live.current.state is not RunState.REVEALED or not _has_story(live, room):
        return None
    result = shown_result(live.plan, live.step, live.current, room.gathered, room.before)
    return page_shown(result, live.current, is_by_team=is_by_team)


def previews(live: LiveSession, room: RoomFacts, page: Page | None) -> tuple[Result | Page, ...]:
    """Return what the screen shows, or could show."""
    if page is not None:
        return (page,)
    return all_results(live.plan, live.step, room.gathered, room.before) if _has_story(live, room) else ()


def _has_story(live: LiveSession, room: RoomFacts) -> bool:
    """What the room is never shown is still told to the desk (the questions asked before), but for a deal, which tells itself."""
    return live.step.is_answerable and live.current.state is not RunState.PENDING and (room.dealt is None or live.step.can_reveal)
