"""The dated facts as an author's form offers them: each with what it tells, its source, and whether it should first be looked at again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from workshop.plans.facts import Fact, due_for_review
from workshop.plans.placeholders import placeholder
from workshop.typography import unaccented


@dataclass(frozen=True)
class Offered:
    fact: Fact
    placeholder: str
    is_late: bool
    """Whether its review is overdue."""


def offered(facts: Mapping[str, Fact], today: date) -> list[Offered]:
    """Return every fact, in the alphabet's order of what it tells."""
    late = {fact.id for fact in due_for_review(facts, today)}
    return [Offered(fact, placeholder(fact.id), fact.id in late) for fact in sorted(facts.values(), key=lambda fact: unaccented(fact.label))]
