"""What app.py lends to the commands, so that they need not import it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flask import Flask

from sessions.services.room import Room
from sessions.surfaces.addresses import Addresses
from sessions.tokens import Tokens
from workshop.config import Settings
from workshop.db import Sessions
from workshop.plans.model import Workshop


@dataclass(frozen=True)
class Wiring:
    create_app: Callable[[Settings, str], Flask]
    database: Callable[[Settings], Sessions]
    """The database of these settings, up to date; raises BadSetting where it is not."""
    quiet_room: Callable[[Settings], tuple[Room, Tokens, Addresses]]
    """The room's services for a command that runs beside the server."""
    library: Callable[[], Mapping[str, Workshop]]
    """The workshops of content/ by id."""
