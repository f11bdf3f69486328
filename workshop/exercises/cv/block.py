"""One block as it stands on a CV: its title, what stands beside it, its lines. Made of the answer alone, so that a phone can show it at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from . import usual
from .asks import GROUPS

INTERESTS_TITLE = "Langues et centres d’intérêt"
ENDS = (".", "!", "?", "…")


class Given(Protocol):
    """What a block is made of: what was touched and what was written, as the answer holds it."""

    lines: Sequence[str]
    own: Mapping[str, str]

    @property
    def all_lines(self) -> Sequence[str]: ...
    def said(self, name: str) -> str: ...


@dataclass(frozen=True)
class Block:
    """`aside` is where and when, or what is looked for; empty where nothing was given."""

    title: str
    aside: str = ""
    lines: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        named = f"{self.title} ({self.aside})" if self.aside else self.title
        told = "\u202f; ".join(self.lines)
        return f"{named}\u00a0: {told}" if told else named


def block_of(kind: str, answer: Given) -> Block:
    """Return the block that an answer of that kind makes."""
    return _MAKERS[kind](answer)


def _headline(answer: Given) -> Block:
    seeking = answer.said("seeking")
    return Block(
        _title(answer),
        f"Recherche {seeking[0].lower()}{seeking[1:]}" if seeking else "",
        tuple(line if line.endswith(ENDS) else f"{line}." for line in map(capital, answer.all_lines)),
    )


def _experience(answer: Given) -> Block:
    sort = answer.said("sort").split(" (")[0]
    return Block(_title(answer), _beside(sort, answer.said("place"), answer.said("when")), _as_list(answer))


def _training(answer: Given) -> Block:
    state, what = answer.said("state"), _title(answer)
    title = f"{what} (en cours)" if state == usual.ONGOING else f"Niveau {what}" if state == usual.WITHOUT else what
    return Block(title, _beside(answer.said("place"), answer.said("when")))


def _skill(answer: Given) -> Block:
    return Block(_title(answer), lines=_as_list(answer))


def _interest(answer: Given) -> Block:
    """Return one line a group: "Langues : anglais (notions), wolof (parlé)"."""
    told = {label: [*(line for line in answer.lines if group_of(line) == name), *filter(None, [answer.own.get(name)])] for name, label in GROUPS.items()}
    return Block(INTERESTS_TITLE, lines=tuple(f"{label}\u00a0: {', '.join(map(uncapital, things))}" for label, things in told.items() if things))


_MAKERS = {"headline": _headline, "experience": _experience, "training": _training, "skill": _skill, "interest": _interest}


def group_of(thing: str) -> str:
    """Return the group of something that was touched; what is neither a language nor a licence is an interest."""
    return "languages" if thing in usual.LANGUAGES else "licences" if thing in usual.LICENCES else "interests"


def _title(answer: Given) -> str:
    """Return what the block is called, as a title is written: no full stop."""
    said = answer.said("what")
    return capital(said.rstrip(" .") or said)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def uncapital(text: str) -> str:
    """Return the text as it stands inside a line: a first word all in capitals (CACES) keeps them."""
    first = text.split()[0] if text.split() else ""
    return text if len(first) > 1 and first.isupper() else text[:1].lower() + text[1:]


def _beside(*parts: str) -> str:
    return capital(" · ".join(part for part in parts if part))


def _as_list(answer: Given) -> tuple[str, ...]:
    return tuple(capital(line.rstrip(" .")) or line for line in answer.all_lines)
