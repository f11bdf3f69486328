"""What the pages of the room may reach."""

from dataclasses import dataclass

from flask import current_app

from sessions.services.room import Room
from sessions.surfaces.addresses import Addresses
from sessions.surfaces.rendering import Surfaces
from sessions.tokens import Tokens


@dataclass(frozen=True)
class Serving:
    room: Room
    surfaces: Surfaces
    tokens: Tokens
    addresses: Addresses


def serving() -> Serving:
    """Return what serves the room in the current application."""
    return current_app.extensions["tremplin.room"]
