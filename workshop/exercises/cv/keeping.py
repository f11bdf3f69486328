"""What the learner keeps of a block, and the CV that the blocks of several sessions become.

The learner may correct a kept title and kept lines: the CV is made of these, and `content` only says what each of them is.
"""

import re
from collections.abc import Iterable, Sequence

from workshop.exercises.keeping import Document, Entry, Heading, Keeping, Keepsake

from .asks import GROUPS
from .block import ENDS, INTERESTS_TITLE
from .kinds import FORMS
from .model import CvAnswer, CvSpecification
from .recency import how_recent

UNTITLED = "Curriculum vitæ"


def keep(specification: CvSpecification, answer: CvAnswer) -> Sequence[Keepsake]:
    """Return the block: what stands beside the title is its first line, where there is something."""
    block = answer.block(specification.kind)
    content = {"kind": specification.kind, "aside": block.aside, "lines": list(block.lines)}
    return (Keepsake("block", block.title, tuple(filter(None, (block.aside, *block.lines))), content),)


def document(kept: Sequence[Keepsake]) -> Document:
    """Return the CV, its headings in the order in which French CVs have them; a heading without a block is left out.

    The latest title and its sentences win. What comes twice is written once, as it was written last; proofs of the same skill add up. Experiences and trainings
    stand newest first by their own dates, other blocks latest first.
    """
    latest_first = {kind: [_entry(one) for one in reversed(kept) if one.content.get("kind") == kind] for kind in FORMS}
    head = next(iter(latest_first["headline"]), Entry(UNTITLED))
    headings = (
        Heading("Profil", (Entry("", lines=(" ".join(_sentence(line) for line in head.lines),)),) if head.lines else ()),
        Heading("Expériences", _newest_first(_once(latest_first["experience"]))),
        Heading("Formation", _newest_first(_once(latest_first["training"]))),
        Heading("Compétences", _proofs_together(latest_first["skill"])),
        Heading(INTERESTS_TITLE, _grouped(latest_first["interest"])),
    )
    return Document(head.title, head.aside, tuple(heading for heading in headings if heading.entries))


def _entry(kept: Keepsake) -> Entry:
    """Return the entry as the learner left it: where lines were taken out, the first one is the place and time only if it still reads the same."""
    aside, untouched = kept.content.get("aside", ""), 1 + len(kept.content.get("lines", ()))
    if aside and kept.lines and (kept.lines[0] == aside or len(kept.lines) == untouched):
        return Entry(kept.title, kept.lines[0], tuple(kept.lines[1:]))
    return Entry(kept.title, "", tuple(kept.lines))


def _sentence(line: str) -> str:
    return line if line.endswith(ENDS) else f"{line}."


def _once(entries: Sequence[Entry]) -> list[Entry]:
    """Return the first of those that say the same job at the same place and time."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        found.setdefault((_alike(entry.title), _alike(entry.aside)), entry)
    return list(found.values())


def _newest_first(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: how_recent(entry.aside), reverse=True))


def _proofs_together(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for entry in entries:
        before = found.get(_alike(entry.title), Entry(entry.title))
        found[_alike(entry.title)] = Entry(before.title, lines=_different((*before.lines, *entry.lines)))
    return tuple(found.values())


def _grouped(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return one entry a group: "Langues", and beside it what was given in all blocks. A line that names no group is an interest."""
    told: dict[str, list[str]] = {label: [] for label in GROUPS.values()}
    for line in (line for entry in entries for line in (entry.aside, *entry.lines) if line):
        label, colon, things = line.partition(":")
        known = colon and label.strip() in told
        told[label.strip() if known else GROUPS["interests"]] += [thing.strip() for thing in re.split(r",(?![^(]*\))", things if known else line)]
    return tuple(Entry(label, ", ".join(things)) for label, given in told.items() if (things := _different(filter(None, given))))


def _different(texts: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for text in texts:
        found.setdefault(_alike(text), text)
    return tuple(found.values())


def _alike(text: str) -> str:
    return " ".join(text.casefold().rstrip(" .").split())


KEEPING = Keeping(label="Mon CV", keep=keep, document_label="Mon CV en PDF", document=document)
