"""What counts as said: answers of those who are heard, without hidden texts, with the raised hands that stand for answers."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from sessions.domain.results import raised
from workshop.exercises.contract import Answer, Story
from workshop.plans.model import Part, Step

from .material import PlayedPart, ReportMaterial, Run


@dataclass(frozen=True)
class HeardPart:
    """One part of a step in its last round, with the round before it where there was one."""

    step: Step
    part: Part
    answers: Mapping[Hashable, Answer]
    """By participant; hidden texts are out of them, and an answer made only of hidden texts is absent."""
    raised: tuple[Answer, ...]
    passed: frozenset[Hashable] = frozenset()
    withdrawn: frozenset[Hashable] = frozenset()
    """Those whose whole answer is hidden."""
    arrangement: Any = None
    earlier: "HeardPart | None" = None
    by_team: Story | None = None
    """The result of the whole step, team by team; with its last part alone."""

    @property
    def title(self) -> str:
        return self.step.title

    @property
    def prompt(self) -> str:
        return self.part.spec.prompt

    @property
    def everything(self) -> list[Answer]:
        return [*self.answers.values(), *self.raised]

    @cached_property
    def scores(self) -> list[float]:
        """Scores in 0..1, hands included; empty where nothing is graded."""
        return self.part.exercise.scores(self.part.spec, self.everything)

    @cached_property
    def story(self) -> Story:
        """The type's own story, beside the earlier round's."""
        now = self._alone
        if self.earlier is None or not self.earlier.everything:
            return now
        return now.beside(self.earlier._alone)

    @property
    def _alone(self) -> Story:
        exercise, spec = self.part.exercise, self.part.spec
        summary = exercise.summarise(spec, self.everything)
        if exercise.arrange and self.arrangement is not None:
            summary = exercise.arrange(summary, self.arrangement)
        return exercise.tell(spec, summary)


def hear(material: ReportMaterial) -> tuple[HeardPart, ...]:
    """Return every part that can be answered and was played, in the order of the workshop."""
    return tuple(part for step in material.workshop.steps for part in _parts_of(step, material))


def rounds_of(step: Step, material: ReportMaterial) -> list[Run]:
    """Return the runs of the step that were played, first round first."""
    return sorted((run for run in material.runs if run.step_id == step.id and run.was_played), key=lambda run: run.round)


def _parts_of(step: Step, material: ReportMaterial) -> Iterator[HeardPart]:
    heard_ids = {one.id for one in material.heard}
    rounds = rounds_of(step, material)
    for place, part in enumerate(step.parts):
        if not part.exercise.is_answerable:
            continue
        heard: HeardPart | None = None
        for run in rounds:
            played = run.parts[place] if place < len(run.parts) else PlayedPart()
            heard = _heard(step, part, played, heard_ids, heard)
        if heard is not None:
            yield replace(heard, by_team=rounds[-1].by_team if place == len(step.parts) - 1 else None)


def _heard(step: Step, part: Part, played: PlayedPart, heard_ids: set[Hashable], earlier: HeardPart | None) -> HeardPart:
    given = {who: answer for who, answer in played.answers.items() if who in heard_ids}
    shown = _without_hidden(part, played, given)
    return HeardPart(
        step, part, shown, tuple(raised(part, played.hands)),
        passed=played.passed & heard_ids - given.keys(), withdrawn=frozenset(given.keys() - shown.keys()),
        arrangement=played.arrangement, earlier=earlier,
    )  # fmt: skip


def _without_hidden(part: Part, played: PlayedPart, given: dict[Hashable, Answer]) -> dict[Hashable, Answer]:
    if part.exercise.without is None:
        return given
    shown = {who: part.exercise.without(answer, played.is_hidden) for who, answer in given.items()}
    return {who: answer for who, answer in shown.items() if answer is not None}
