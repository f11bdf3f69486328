"""What a room is told of a step."""

from dataclasses import dataclass

from workshop.figures import Figure


@dataclass(frozen=True)
class Story:
    """What a room is told: one French sentence that says what the figures mean, and the figures that show it.

    `takeaway` is what the room should keep (an explanation, a dated fact); it stands under the figure and in the report.
    """

    sentence: str
    figures: tuple[Figure, ...] = ()
    takeaway: str = ""
