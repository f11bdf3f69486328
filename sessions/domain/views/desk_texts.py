"""The texts of the room, for the counsellor to show or to hide."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sessions.domain.results import PartAnswers
from sessions.domain.texts import text_key
from workshop.plans.model import Part

from .desk_lines import TextLine

Place = tuple[int, str]
"""A part, and what its text is known by."""


def text_lines(parts: Sequence[Part], gathered: Sequence[PartAnswers], decisions: Mapping[Place, bool]) -> tuple[TextLine, ...]:
    """Return each different text once: those that wait for a decision in the order in which they came, then what came most, as on the screen.

    Of equals the alphabet decides, so that a word is found again and nothing moves under the finger.
    """
    lines: dict[Place, TextLine] = {}
    times: Counter[Place] = Counter()
    for place, part in enumerate(parts):
        for text in _texts(part, gathered[place]):
            key = (place, text_key(text))
            decided = decisions.get(key)
            lines.setdefault(key, TextLine(place, text, decided if decided is not None else not part.approval, part.approval and decided is None))
            times[key] += 1
    waiting = [line for line in lines.values() if line.is_waiting]
    decided = sorted((key for key, line in lines.items() if not line.is_waiting), key=lambda key: (-times[key], key))
    return (*waiting, *(lines[key] for key in decided))


def _texts(part: Part, gathered: PartAnswers) -> list[str]:
    if part.exercise.texts is None:
        return []
    return [text for answer in gathered.given for text in part.exercise.texts(answer)]
