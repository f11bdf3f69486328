"""The live session: a frozen copy of a workshop being played. All state that every surface can be redrawn from."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from workshop.plans.model import Step, Workshop

from .states import LiveState, RunState

GRACE = timedelta(seconds=1)
"""For answers already under way when a step closes; by the server's clock, for a phone's clock may be a day off."""


@dataclass
class StepRun:
    """One playing of a step; a second round is a second run."""

    id: str
    step_id: str
    round: int = 1
    state: RunState = RunState.PENDING
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    revealed_at: datetime | None = None
    deadline: datetime | None = None
    shown: int = 0
    """How many of the step's points are shown; of a block made in the room, once revealed, which activity's result, from 0."""
    page: int = 0
    """Once revealed, which page of the result, from 0. There may be fewer by now: then the last one is shown."""

    def accepts(self, now: datetime, *, untimed: bool = False) -> bool:
        """Whether an answer that arrives now counts; `untimed` for a person whose timer was lifted."""
        if self.state is RunState.OPEN:
            return untimed or self.deadline is None or now <= self.deadline + GRACE
        return self.state is RunState.CLOSED and self.closed_at is not None and now <= self.closed_at + GRACE

    def remaining_s(self, now: datetime) -> float | None:
        """Return the seconds left on the timer (0 once over), or None without one."""
        return None if self.deadline is None else max(0.0, (self.deadline - now).total_seconds())

    def shown_state(self, now: datetime, *, untimed: bool = False) -> RunState:
        """Return the state as a surface shows it: an open run whose time is over looks closed."""
        over = self.state is RunState.OPEN and self.deadline is not None and now > self.deadline and not untimed
        return RunState.CLOSED if over else self.state


@dataclass
class LiveSession:
    """Invariants, kept by the functions of this package and tried by a property test:

    at most the current run is open; nothing is open once ended; a run that is closed or revealed has its times;
    rounds of a step count 1, 2, 3…; the current run belongs to a step of the plan; the version only grows.
    """

    id: int
    code: str
    plan: Workshop
    version: int = 1
    state: LiveState = LiveState.LOBBY
    is_locked: bool = False
    current_run_id: str | None = None
    runs: list[StepRun] = field(default_factory=list)
    started_at: datetime | None = None
    paused_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def current(self) -> StepRun | None:
        return next((run for run in self.runs if run.id == self.current_run_id), None)

    @property
    def step(self) -> Step | None:
        """The step being played, None in the lobby."""
        return self.plan.step(self.current.step_id) if self.current else None

    @property
    def position(self) -> int:
        """Place of the current step from 0; -1 in the lobby."""
        return self.plan.position(self.current.step_id) if self.current else -1

    @property
    def covered(self) -> frozenset[str]:
        """Ids of the steps that are played within a block made of them in the room, unless that block was left out again."""
        return frozenset(step_id for step in self.plan.steps if step.covers and not self.is_left_out(step) for step_id in step.covers)

    @property
    def route(self) -> tuple[Step, ...]:
        """The steps that next and back go through, and that are counted: neither what a block covers, nor such a block once left out."""
        covered = self.covered
        return tuple(step for step in self.plan.steps if step.id not in covered and not (step.covers and self.is_left_out(step)))

    @property
    def number(self) -> int:
        """Which step of the route the room is at, from 1; 0 in the lobby."""
        return sum(self.plan.position(step.id) <= self.position for step in self.route)

    @property
    def following(self) -> Step | None:
        """The step that next goes to."""
        return next((step for step in self.route if self.plan.position(step.id) > self.position), None)

    @property
    def preceding(self) -> Step | None:
        """The step that back goes to."""
        return next((step for step in reversed(self.route) if self.plan.position(step.id) < self.position), None)

    @property
    def is_last(self) -> bool:
        return self.following is None

    def is_left_out(self, step: Step) -> bool:
        runs = self.runs_of(step.id)
        return bool(runs) and runs[-1].state is RunState.SKIPPED

    def runs_of(self, step_id: str) -> list[StepRun]:
        """Return the runs of a step, first round first."""
        return sorted((run for run in self.runs if run.step_id == step_id), key=lambda run: run.round)

    def run(self, run_id: str) -> StepRun:
        """Return the run of that id; raises KeyError."""
        found = next((run for run in self.runs if run.id == run_id), None)
        if found is None:
            raise KeyError(run_id)
        return found
