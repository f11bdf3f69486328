"""A workshop as the office shows it: what the templates need, worked out here."""

import re
from dataclasses import dataclass
from datetime import date

from workshop.plans.model import Goal, Part, Step, Workshop
from workshop.plans.source import Source

LEVELS = {"N1": "Très peu à lire", "N2": "Textes courts", "N3": "On lit et on écrit"}
LEVEL_RANKS = {level: rank for rank, level in enumerate(LEVELS, start=1)}
MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


def in_french(day: date) -> str:
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"


@dataclass(frozen=True)
class SourceView:
    source: Source
    today: date

    @property
    def is_overdue(self) -> bool:
        """Whether the fact must be looked at again before it is told to a room."""
        return self.source.review_on is not None and self.source.review_on < self.today

    @property
    def dates(self) -> str:
        held = f"valable au {in_french(self.source.valid_as_of)}"
        return f"{held}, à revoir le {in_french(self.source.review_on)}" if self.source.review_on else held


@dataclass(frozen=True)
class StepView:
    step: Step
    number: int
    goals: tuple[Goal, ...]
    today: date

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.step.parts

    @property
    def types(self) -> str:
        """The names of its exercise types, each once."""
        return ", ".join(dict.fromkeys(part.exercise.label for part in self.parts))

    @property
    def note_lines(self) -> list[str]:
        return [line.strip() for line in self.step.notes.splitlines() if line.strip()]

    @property
    def sources(self) -> list[SourceView]:
        return [SourceView(source, self.today) for source in dict.fromkeys(source for part in self.parts for source in part.sources)]


@dataclass(frozen=True)
class WorkshopView:
    workshop: Workshop
    today: date

    @property
    def order(self) -> tuple[str, str]:
        """Modules in their order; those without one come last."""
        return (self.workshop.module or "~", self.workshop.title)

    @property
    def place(self) -> str:
        """Where it stands in the pathway: « Module 7 · Chercher un emploi », or what is known of that."""
        module = re.sub(r"^M0*(\d+)$", "Module\u00a0\\1", self.workshop.module)
        return " · ".join(filter(None, (module, self.workshop.theme)))

    @property
    def level(self) -> str:
        return LEVELS[self.workshop.level]

    @property
    def level_rank(self) -> int:
        return LEVEL_RANKS[self.workshop.level]

    @property
    def step_count(self) -> str:
        count = len(self.workshop.steps)
        return f"{count} étape{'s' if count > 1 else ''}"

    @property
    def duration(self) -> str:
        """Return it as « 1 h 15 » or « 45 min », with no-break spaces."""
        hours, minutes = divmod(self.workshop.minutes, 60)
        if not hours:
            return f"{minutes}\u00a0min"
        return f"{hours}\u00a0h\u00a0{minutes:02}" if minutes else f"{hours}\u00a0h"

    @property
    def steps(self) -> list[StepView]:
        return [StepView(step, number, self._goals_of(step), self.today) for number, step in enumerate(self.workshop.steps, start=1)]

    @property
    def has_overdue_facts(self) -> bool:
        return any(source.is_overdue for step in self.steps for source in step.sources)

    def _goals_of(self, step: Step) -> tuple[Goal, ...]:
        codes = {part.goal for part in step.parts}
        return tuple(goal for goal in self.workshop.goals if goal.code in codes)
