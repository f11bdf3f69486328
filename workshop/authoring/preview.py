"""What an author sees beside the form. Drawn by those who draw for the room, and handed to the pages of the office in `House.preview`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Seen:
    """The inside of the phone's page and of the screen's, as HTML."""

    phone: str
    screen: str


@dataclass(frozen=True)
class Preview:
    """An activity while it is asked, and with its result; None where nothing comes after."""

    asking: Seen
    result: Seen | None
