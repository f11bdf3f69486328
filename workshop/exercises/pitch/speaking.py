"""From a beginning and what was written after it to a sentence that can be said, and how long a text takes to say.

phone.js makes the same sentence while somebody types: a change here is a change there (a test holds both together).
"""

from statistics import median

WORDS_PER_MINUTE = 130
"""An assumption: a calm pace, pauses included. Young adults read aloud at 184 words a minute, standard deviation 29, over 17 languages
(Trauzettel-Klosinski and Dietz 2012, doi 10.1167/iovs.11-8284); who speaks to somebody without reading is slower."""
NEAREST_S = 5
"""Seconds to which a length is rounded: an estimate must not look like a measure."""
OPEN_END = " \u00a0\u202f.…"
"""What shows that a beginning goes on."""
DANGLING = " ,;:\u00a0\u202f"
ENDS = (".", "!", "?", "…")


def begun(start: str) -> str:
    """Return the beginning without the dots that show that it goes on: "Je m’appelle"."""
    return start.rstrip(OPEN_END)


def named(start: str) -> str:
    """Return what the sentence is called when one speaks of it: "La preuve", without its colon."""
    return begun(start).rstrip(DANGLING)


def rest(start: str, said: str) -> str:
    """Return what was written after the beginning, empty where no word was; who wrote the beginning again is not made to say it twice."""
    opening = begun(start)
    ends_there = not opening[-1].isalnum() or not said[len(opening) : len(opening) + 1].isalnum()
    is_repeated = _alike(said[: len(opening)]) == _alike(opening) and ends_there
    told = (said[len(opening) :].lstrip(OPEN_END) if is_repeated else said).rstrip(DANGLING)
    return told if words(told) else ""


def sentence(start: str, said: str) -> str:
    """Return the whole sentence with its full stop; empty where nothing was written after the beginning."""
    told, opening = rest(start, said), begun(start)
    if not told:
        return ""
    return f"{opening}{'' if opening.endswith('’') else ' '}{told}{'' if told.endswith(ENDS) else '.'}"


def words(text: str) -> int:
    """Return how many words it has: what stands between blanks and has a letter or a figure."""
    return sum(any(char.isalnum() for char in word) for word in text.split())


def seconds_to_say(counts: list[int]) -> int:
    """Return the median time in seconds for texts of so many words each, to the nearest five and never less; needs at least one."""
    return max(NEAREST_S, round(median(counts) * 60 / WORDS_PER_MINUTE / NEAREST_S) * NEAREST_S)


def _alike(text: str) -> str:
    return text.lower().replace("'", "’").replace("\u00a0", " ").replace("\u202f", " ")
