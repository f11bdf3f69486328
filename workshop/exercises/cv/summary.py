"""How many wrote a block, and what came most often: verbs of an experience, else what the blocks are called. Never who, and never a whole block."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars, Cloud, Word

from .block import capital
from .model import CvAnswer, CvSpecification

IN_BARS = ("experience", "skill")


@dataclass(frozen=True)
class CvSummary:
    counts: tuple[tuple[str, int], ...]
    """Verbs or names, each with how many people gave it; most frequent first, then by the alphabet."""
    total: int
    """People who wrote a block."""


def summarise(specification: CvSpecification, answers: Sequence[CvAnswer]) -> CvSummary:
    counts: Counter[str] = Counter()
    wordings: dict[str, str] = {}
    for answer in answers:
        given = {text.casefold(): text for text in sorted(_told(specification, answer))}
        counts.update(given.keys())
        for key, text in given.items():
            wordings[key] = min(text, wordings.get(key, text))
    order = sorted(counts, key=lambda key: (-counts[key], key))
    return CvSummary(tuple((wordings[key], counts[key]) for key in order), len(answers))


def _told(specification: CvSpecification, answer: CvAnswer) -> Iterator[str]:
    """Yield what one person's block counts for. A verb counts where it is one of those offered: a line of one's own is not put before the room."""
    if specification.kind == "experience":
        verbs = {verb.casefold(): verb for verb in specification.starting_verbs}
        yield from (verbs[first] for line in answer.all_lines if (first := _first_word(line)) in verbs)
    elif specification.kind == "interest":
        yield from map(capital, (*answer.lines, *answer.own.values()))
    else:
        yield capital(answer.said("what"))


def _first_word(line: str) -> str:
    """Return the verb that a line starts with, whether it says "Rangé" or "J’ai rangé"."""
    words = line.casefold().replace("'", "’").removeprefix("j’ai ").split()
    return words[0].strip(" .,:;") if words else ""


def tell(specification: CvSpecification, summary: CvSummary) -> Story:
    if specification.kind in IN_BARS:
        figure: Bars | Cloud = Bars("", tuple(Bar(label, count) for label, count in summary.counts), summary.total, "personne")
    else:
        figure = Cloud("", tuple(Word(label, count) for label, count in summary.counts))
    return Story(_sentence(specification, summary), (figure,), specification.form.takeaway)


def _sentence(specification: CvSpecification, summary: CvSummary) -> str:
    if summary.total == 0:
        return "Personne n’a encore écrit son bloc."
    one, many = specification.form.wrote
    people = f"Une personne {one}" if summary.total == 1 else f"{summary.total} personnes {many}"
    return f"{people}{_most_used(specification.form.first, summary.counts)}."


def _most_used(first: str, counts: Sequence[tuple[str, int]]) -> str:
    """Return what came most often, where it came twice at least and nothing else came as often."""
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[1][1] == counts[0][1]):
        return ""
    return f"\u202f; {first}\u00a0: «\u00a0{counts[0][0]}\u00a0»"
