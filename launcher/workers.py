"""Several processes for the same rooms: each has a name, and the link tells each what the others changed."""

import socket

from sessions.realtime.link import Link
from sessions.realtime.presence import Presence
from sessions.realtime.publisher import LivePublisher
from sessions.realtime.together import Together
from sessions.services.room import Room
from workshop.config import Settings

LONGEST = 80


def worker_name(settings: Settings) -> str:
    """Return this process's name, the same after a restart; empty where it is alone, for then there is nobody to be told apart from."""
    return f"{socket.gethostname()}:{settings.port}"[-LONGEST:] if settings.redis_url else ""


def link_of(settings: Settings) -> Link | None:
    return Link(settings.redis_url) if settings.redis_url else None


def serve_together(link: Link | None, room: Room, presence: Presence, publisher: LivePublisher) -> None:
    """Tell the others what changes here, and hear them."""
    if link is not None:
        publisher.join(link.say)
        link.begin(Together(room, presence, publisher, link.say, lambda: link.is_cut))
