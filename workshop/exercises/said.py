"""Free texts as notes for a board: what several people wrote stands once, with how many times it came."""

from collections import defaultdict
from collections.abc import Iterable

from workshop.figures import Note


def notes_of(texts: Iterable[str]) -> tuple[Note, ...]:
    """Return a note for each different text, most frequent first, then by the alphabet: the order in which they came would tell who wrote first.

    Capitals, blanks and the last full stop make no difference.
    """
    wordings: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        wordings[" ".join(text.casefold().split()).rstrip(" .!…")].append(text)
    said = sorted(wordings.items(), key=lambda one: (-len(one[1]), one[0]))
    return tuple(Note(min(same) if len(same) == 1 else f"{min(same)} ({len(same)} fois)") for _, same in said)
