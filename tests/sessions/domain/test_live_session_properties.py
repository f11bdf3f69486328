"""No sequence of commands breaks the invariants of a live session."""

from datetime import UTC, datetime, timedelta
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from sessions.domain.commands import Command, apply, is_allowed
from sessions.domain.guidance import label, next_thing, possible
from sessions.domain.live_session import LiveSession
from sessions.domain.refusals import NotNow, Stale
from sessions.domain.states import RULES, LiveState, RunState
from tests.sessions.plans import small_workshop, step_of

NAMES = sorted(RULES)
STEPS = [step.id for step in small_workshop().steps]


class AnySequence(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.live = LiveSession(id=1, code="KD7M4P", plan=small_workshop())
        self.now = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
        self.ids = count()
        self.added = count()

    @rule(seconds=st.integers(0, 200))
    def time_passes(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(name=st.sampled_from(NAMES), step=st.sampled_from([*STEPS, "inconnue"]), seconds=st.integers(10, 300))
    def command(self, name: str, step: str, seconds: int) -> None:
        before = (self.live.version, self.live.state, self.live.current_run_id, [(run.id, run.state) for run in self.live.runs])
        allowed = is_allowed(self.live, name)
        wish = Command(name=name, expected_version=self.live.version, step=step, seconds=seconds)
        added = step_of("choice", f"ajout-{next(self.added)}") if name in ("improvise", "follow_up") else None
        try:
            apply(self.live, wish, self.now, lambda: f"run{next(self.ids)}", added)
        except NotNow:
            after = (self.live.version, self.live.state, self.live.current_run_id, [(run.id, run.state) for run in self.live.runs])
            assert before == after
        else:
            assert allowed
            assert self.live.version == before[0] + 1

    @rule(off=st.integers(1, 5), name=st.sampled_from(NAMES))
    def stale_command(self, off: int, name: str) -> None:
        version = self.live.version
        try:
            apply(self.live, Command(name=name, expected_version=version - off), self.now, lambda: "never")
        except Stale:
            assert self.live.version == version
        else:
            raise AssertionError("a command for another version was taken")

    @rule(pages=st.integers(1, 4))
    def the_big_button_always_works(self, pages: int) -> None:
        name = next_thing(self.live, pages)
        if name is None:
            assert self.live.state is LiveState.ENDED
            return
        assert label(self.live, name)
        page = self.live.current.page + 1 if name == "show_page" else 0
        apply(self.live, Command(name=name, expected_version=self.live.version, page=page), self.now, lambda: f"run{next(self.ids)}")

    @invariant()
    def only_the_current_run_is_open(self) -> None:
        opened = [run for run in self.live.runs if run.state is RunState.OPEN]
        assert all(run is self.live.current for run in opened)

    @invariant()
    def nothing_is_open_once_ended(self) -> None:
        if self.live.state is LiveState.ENDED:
            assert all(run.state is not RunState.OPEN for run in self.live.runs)
            assert self.live.ended_at is not None
        else:
            assert self.live.ended_at is None

    @invariant()
    def times_belong_to_states(self) -> None:
        for run in self.live.runs:
            if run.state is RunState.OPEN:
                assert run.opened_at is not None and run.closed_at is None
            if run.state is RunState.REVEALED:
                assert run.revealed_at is not None and run.closed_at is not None
            if run.state is RunState.PENDING:
                assert run.opened_at is None
            if run.closed_at is not None and run.opened_at is not None:
                assert run.closed_at >= run.opened_at
        assert (self.live.paused_at is not None) == (self.live.state is LiveState.PAUSED)

    @invariant()
    def rounds_count_from_one(self) -> None:
        for step in self.live.plan.steps:
            assert [run.round for run in self.live.runs_of(step.id)] == list(range(1, len(self.live.runs_of(step.id)) + 1))
        assert len({run.id for run in self.live.runs}) == len(self.live.runs)

    @invariant()
    def the_current_run_is_of_the_plan(self) -> None:
        if self.live.state in (LiveState.RUNNING, LiveState.PAUSED):
            assert self.live.current is not None
            assert self.live.step in self.live.plan.steps
        ids = [step.id for step in self.live.plan.steps]
        assert len(ids) == len(set(ids))

    @invariant()
    def the_route_never_passes_through_what_a_block_covers(self) -> None:
        route = [step.id for step in self.live.route]
        assert not self.live.covered & set(route)
        assert 0 <= self.live.number <= len(route)
        assert {step.id for step in self.live.plan.steps if not step.covers} >= set(STEPS)

    @invariant()
    def what_the_desk_offers_is_allowed(self) -> None:
        for name in possible(self.live, tuple(NAMES)):
            assert is_allowed(self.live, name)


TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(max_examples=120, stateful_step_count=40, deadline=None)
