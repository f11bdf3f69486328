"""Two moments that are told in one figure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Times:
    """What they are called."""

    before: str
    now: str


ROUNDS = Times("1er tour", "2e tour")
ARRIVING_AND_LEAVING = Times("au début", "à la fin")
