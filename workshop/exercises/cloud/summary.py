"""Which words came, how often, and the spelling in which each is shown."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.exercises.contract import Story
from workshop.figures import Cloud, Word
from workshop.typography import french

from .joining import INITIALS, key
from .model import CloudAnswer, CloudSpecification


@dataclass(frozen=True)
class CloudSummary:
    words: tuple[tuple[str, int], ...]
    """Each word as most people spelt it, and how many people gave it; most frequent first, then in the order of the alphabet."""
    total: int
    """People who answered."""


def summarise(specification: CloudSpecification, answers: Sequence[CloudAnswer]) -> CloudSummary:
    spellings: dict[str, Counter[str]] = {}
    for answer in answers:
        for word in answer.words:
            spellings.setdefault(key(word), Counter())[word] += 1
    words = [(name, _shown(name, found), found.total()) for name, found in spellings.items()]
    words.sort(key=lambda item: (-item[2], item[0]))
    return CloudSummary(tuple((shown, count) for _, shown, count in words), len(answers))


def _shown(name: str, found: Counter[str]) -> str:
    """Return the commonest spelling; of equals the shortest (the singular), then the one with accents, then the one with fewest capitals.

    Initials are shown as they are read, whatever a thumb was too lazy for; apostrophes as French prints them.
    """
    return name.upper() if name in INITIALS else french(_commonest(found))


def _commonest(found: Counter[str]) -> str:
    return min(found, key=lambda word: (-found[word], len(word), -_accents(word), sum(char.isupper() for char in word), word))


def _accents(word: str) -> int:
    return sum(bool(unicodedata.combining(char)) for char in unicodedata.normalize("NFD", word))


def tell(specification: CloudSpecification, summary: CloudSummary) -> Story:
    return Story(_sentence(summary), (Cloud("", tuple(Word(text, count) for text, count in summary.words)),))


def _sentence(summary: CloudSummary) -> str:
    if not summary.words:
        return "Aucun mot pour le moment."
    most = summary.words[0][1]
    first = [text for text, count in summary.words if count == most]
    if len(summary.words) == 1:
        return f"Un seul mot : « {first[0]} »." if most == 1 else f"Un même mot pour tout le monde : « {first[0]} »."
    if most == 1:
        return f"{len(first)} mots, tous différents."
    if len(first) == 1:
        return f"Le mot qui revient le plus : « {first[0]} », {most} fois."
    if len(first) <= 3:
        named = ", ".join(f"« {text} »" for text in first[:-1]) + f" et « {first[-1]} »"
        return f"Les mots qui reviennent le plus : {named}, {most} fois chacun."
    return f"{len(summary.words)} mots différents ; {len(first)} reviennent {most} fois."
