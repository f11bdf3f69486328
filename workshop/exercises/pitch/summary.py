"""How many presentations are ready, how long they are, which sentences were left empty or are hard to say. Never who, and never a word of a text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Bar, Bars

from .model import PitchAnswer, PitchSpecification
from .speaking import WORDS_PER_MINUTE, named, seconds_to_say, sentence, words

TAKEAWAY = f"Une présentation courte laisse le temps d’une question. Durée calculée pour {WORDS_PER_MINUTE} mots par minute\u00a0: un rythme calme."


@dataclass(frozen=True)
class PitchSummary:
    written: dict[str, int]
    """People who wrote each sentence, by its key; every sentence is there, in its order."""
    hardest: dict[str, int]
    """People who find it hard to say, likewise."""
    total: int
    """People whose presentation is ready."""
    seconds: int | None
    """Half of the texts take no longer to say than this, in seconds, estimated from their words; None without any."""


def summarise(specification: PitchSpecification, answers: Sequence[PitchAnswer]) -> PitchSummary:
    written: Counter[str] = Counter()
    for answer in answers:
        written.update(key for key, start in specification.starts.items() if sentence(start, answer.said.get(key, "")))
    hardest = Counter(answer.hardest for answer in answers)
    counts = [words(" ".join(answer.lines(specification.starts))) for answer in answers]
    return PitchSummary(
        {key: written[key] for key in specification.starts},
        {key: hardest[key] for key in specification.starts},
        len(answers),
        seconds_to_say(counts) if counts else None,
    )


def tell(specification: PitchSpecification, summary: PitchSummary) -> Story:
    labels = {key: named(start) for key, start in specification.starts.items()}
    figures = [Bars("Phrases écrites", tuple(Bar(labels[key], count) for key, count in summary.written.items()), summary.total, "personne")]
    if any(summary.hardest.values()):
        hard = sorted(((key, count) for key, count in summary.hardest.items() if count), key=lambda one: -one[1])
        figures.append(Bars("Difficiles à dire", tuple(Bar(labels[key], count) for key, count in hard), summary.total, "personne"))
    return Story(_sentence(labels, summary), tuple(figures), TAKEAWAY if summary.total else "")


def _sentence(labels: dict[str, str], summary: PitchSummary) -> str:
    if summary.total == 0:
        return "Personne n’a encore écrit sa présentation."
    ready = "Une présentation est prête" if summary.total == 1 else f"{summary.total} présentations sont prêtes"
    return f"{ready}. Durée\u00a0: environ {summary.seconds} secondes à voix haute.{_most(labels, summary)}"


def _most(labels: dict[str, str], summary: PitchSummary) -> str:
    """Return the sentence that is hardest to say, or else the one most often left empty, where one stands out and two people at least say so."""
    empty = {key: summary.total - count for key, count in summary.written.items()}
    for counts, told in ((summary.hardest, "La phrase la plus difficile à dire"), (empty, "La phrase la plus souvent laissée vide")):
        most = max(counts.values())
        found = [key for key, count in counts.items() if count == most]
        if most > 1 and len(found) == 1:
            return f" {told}\u00a0: «\u00a0{labels[found[0]]}\u00a0»."
    return ""
