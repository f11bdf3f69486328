"""What a room is told of a step."""

from dataclasses import dataclass, replace

from workshop.figures import ARRIVING_AND_LEAVING, Figure, compared


@dataclass(frozen=True)
class Story:
    """What a room is told: one French sentence that says what the figures mean, and the figures that show it.

    `takeaway` is what the room should keep (an explanation, a dated fact); it stands under the figure and in the report.
    """

    sentence: str
    figures: tuple[Figure, ...] = ()
    takeaway: str = ""

    def beside(self, earlier: "Story") -> "Story":
        """Return this round's story beside the first round's: its counts in the figures, and where they cannot hold both, its sentence."""
        figures = compared(self.figures, earlier.figures)
        if figures != self.figures or not earlier.figures:
            return replace(self, figures=figures)
        return replace(self, sentence=f"{self.sentence} Au premier tour\u00a0: {lowered(earlier.sentence)}")

    def since(self, arriving: "Story") -> "Story":
        """Return what was told on leaving beside what was told on arriving: both sentences, and both counts in the figures."""
        sentence = f"Au début, {lowered(arriving.sentence)} À la fin, {lowered(self.sentence)}"
        return replace(self, sentence=sentence, figures=compared(self.figures, arriving.figures, ARRIVING_AND_LEAVING))

    def and_then(self, more: "Story | None") -> "Story":
        """Return both told one after the other; this takeaway stays."""
        return self if more is None else replace(self, sentence=f"{self.sentence} {more.sentence}", figures=(*self.figures, *more.figures))


def lowered(sentence: str) -> str:
    """Return the sentence as it stands after a colon: initials keep their capitals."""
    return sentence if sentence[1:2].isupper() else sentence[:1].lower() + sentence[1:]
