"""The ideas of the room, the same ones joined; or the votes."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from .joining import key as key_of
from .model import BrainstormAnswer, BrainstormSpecification


@dataclass(frozen=True)
class Idea:
    """`key` is its normalised text, by which the counsellor's groups know it; `people` gave it or voted for it."""

    key: str
    text: str
    people: int
    group: str = ""


@dataclass(frozen=True)
class BrainstormSummary:
    ideas: tuple[Idea, ...]
    """Most people first, then in the order of the alphabet."""
    total: int
    """People who answered."""
    is_vote: bool = False

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the titles of the groups, each once, in the order of their first idea."""
        return tuple(dict.fromkeys(idea.group for idea in self.ideas if idea.group))


def summarise(specification: BrainstormSpecification, answers: Sequence[BrainstormAnswer]) -> BrainstormSummary:
    ideas = _voted(specification, answers) if specification.is_vote else _joined(answers)
    return BrainstormSummary(tuple(sorted(ideas, key=lambda idea: (-idea.people, idea.key))), len(answers), specification.is_vote)


def _joined(answers: Sequence[BrainstormAnswer]) -> list[Idea]:
    """Return each idea once, as most people wrote it; somebody who wrote it twice counts once."""
    wordings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for answer in answers:
        own = {key_of(idea): idea for idea in reversed(answer.ideas)}
        for key, idea in own.items():
            wordings[key][idea] += 1
    return [Idea(key, _shown(found), found.total()) for key, found in wordings.items()]


def _shown(found: Counter[str]) -> str:
    """Return the commonest wording; of equals the shortest, then the one with accents (they sort last): the order of the answers never matters."""
    return max(found, key=lambda text: (found[text], -len(text), text.casefold(), text))


def _voted(specification: BrainstormSpecification, answers: Sequence[BrainstormAnswer]) -> list[Idea]:
    counts = Counter(key for answer in answers for key in answer.votes)
    return [Idea(key_of(option.label) or option.key, option.label, counts[option.key], option.group) for option in specification.vote_on]
