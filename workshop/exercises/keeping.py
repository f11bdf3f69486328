"""What a learner keeps of an exercise, in « Mon carnet »: a pitch, the blocks of a CV, actions to do. A type whose answers are kept gives a `Keeping`.

Pure like all of a type. What is kept belongs to the learner: it is shown to nobody else, corrected, taken out or deleted at will, and no report reads it.
A document made of it goes to the desk only where its owner hands it over to be printed.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Keepsake:
    """One thing to keep. `key` tells it from the others of the same answer: answering again replaces it. `lines` are plain French, to read or to copy.

    `content` is JSON, for the type's own document; what it says stands in the lines too.
    """

    key: str
    title: str
    lines: tuple[str, ...]
    content: Mapping[str, Any] = field(default_factory=dict)
    link: str = ""
    """The address of a site to visit; it stands in the lines too, for who prints or copies."""
    is_received: bool = False
    """Given by the group (`Dealing.hand_over`), not by its owner's answer: correcting the answer leaves it."""


@dataclass(frozen=True)
class Entry:
    """One entry of a document: « Vendeuse en boulangerie », `aside` « Lyon, été 2025 », and what was done there."""

    title: str
    aside: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    """A heading of a document and what stands under it."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Document:
    """What the kept things of several sessions become, on one page.

    Name, town and how to be reached are asked for when it is made, and stored only in a page that its owner hands over to be printed, for a day at most.
    """

    title: str
    subtitle: str = ""
    headings: tuple[Heading, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """Everything the notebook needs of a type."""

    label: str
    """The heading in the notebook: « Mon CV »."""
    keep: Callable[[Any, Any], Sequence[Keepsake]] | None = None
    """keep(specification, answer) → what is kept of it, at most ten things, in the order in which they are shown; None where no answer is kept."""
    leave: Callable[[Any], Sequence[Keepsake]] | None = None
    """leave(specification) → what everybody who is there keeps without answering (the link of a page), at most ten things; None for most."""
    document_label: str = ""
    """The button that makes the document: « Mon CV en PDF »; empty where there is none."""
    document: Callable[[Sequence[Keepsake]], Document] | None = None
    """document(kept) → the page made of all that this learner kept of this type, oldest first."""
