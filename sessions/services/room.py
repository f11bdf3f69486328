"""The services of the room in one hand, for those who serve it: sockets and pages."""

from dataclasses import dataclass
from typing import Any

from .answering import Answering
from .desk_commands import DeskCommands
from .joining import Joining
from .owning import Owning
from .ports import Store, World
from .printing import Printing
from .showing import Showing
from .starting import Starting


@dataclass(frozen=True)
class Room:
    store: Store
    world: World
    starting: Starting
    joining: Joining
    answering: Answering
    desk_commands: DeskCommands
    showing: Showing
    owning: Owning
    printing: Printing


def make_room(store: Any, world: World) -> Room:
    return Room(
        store, world, Starting(store, world), Joining(store, world), Answering(store, world), DeskCommands(store, world), Showing(store, world),
        Owning(store, world), Printing(store, world),
    )  # fmt: skip
