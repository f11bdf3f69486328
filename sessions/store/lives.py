"""Live sessions and their runs: row ↔ aggregate, saved only if nobody else saved in between."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from sessions.domain.live_session import LiveSession, StepRun
from sessions.domain.states import LiveState, RunState
from sessions.services.ports import LiveHead

from .plan_cache import PlanCache
from .tables import ActivityRow, LiveRow, RunRow

RUN_FIELDS = ("state", "opened_at", "closed_at", "revealed_at", "deadline")


class SqlLives:
    def __init__(self, session: Session, plans: PlanCache) -> None:
        self.session = session
        self.plans = plans

    def add(self, live: LiveSession, head: LiveHead) -> int:
        """Store a new live session and return its id."""
        row = LiveRow(
            code=live.code, organisation_id=head.organisation_id, counsellor_id=head.counsellor_id, cohort_id=head.cohort_id,
            workshop_id=head.workshop_id, plan=live.plan.model_dump(mode="json"), title=live.plan.title, state=live.state.value, is_rehearsal=head.is_rehearsal,
            created_at=head.created_at,
        )  # fmt: skip
        self.session.add(row)
        self.session.flush()
        return row.id

    def by_code(self, code: str) -> LiveSession | None:
        return self._loaded(select(LiveRow.id).where(LiveRow.code == code))

    def by_id(self, live_id: int) -> LiveSession | None:
        return self._loaded(select(LiveRow.id).where(LiveRow.id == live_id))

    def head(self, live_id: int) -> LiveHead:
        row = self.session.get_one(LiveRow, live_id)
        return LiveHead(
            row.id, row.code, row.organisation_id, row.counsellor_id, row.cohort_id, row.workshop_id, row.is_rehearsal, row.created_at, row.note
        )

    def heads_of(self, organisation_id: int) -> list[tuple[LiveHead, str, str]]:
        """Return the organisation's sessions, latest first, each with the workshop's title and its state."""
        rows = self.session.scalars(select(LiveRow).where(LiveRow.organisation_id == organisation_id).order_by(LiveRow.created_at.desc()).limit(200))
        return [(self.head(row.id), row.title, row.state) for row in rows]

    def live_id_of_run(self, run_id: str) -> int | None:
        return self.session.scalar(select(RunRow.live_id).where(RunRow.id == run_id))

    def code_is_free(self, code: str) -> bool:
        return self.session.scalar(select(LiveRow.id).where(LiveRow.code == code)) is None

    def save(self, live: LiveSession, command: str, now: datetime, expected_version: int) -> bool:
        """Store the aggregate; returns False, and stores nothing, where somebody else has saved since `expected_version`."""
        row = self.session.get_one(LiveRow, live.id)
        plan_grew = live.plan is not self.plans.plan_of(row)
        values = {
            "version": live.version, "state": live.state.value, "is_locked": live.is_locked, "current_run_id": live.current_run_id,
            "started_at": live.started_at, "paused_at": live.paused_at, "ended_at": live.ended_at,
        }  # fmt: skip
        if plan_grew:
            values |= {"plan": live.plan.model_dump(mode="json"), "plan_version": row.plan_version + 1}
        won = self.session.execute(
            update(LiveRow).where(LiveRow.id == live.id, LiveRow.version == expected_version).values(**values)
        ).rowcount  # fmt: skip
        if not won:
            return False
        self._save_runs(live)
        self.session.add(ActivityRow(live_id=live.id, version=live.version, command=command, at=now))
        return True

    def write_note(self, live_id: int, note: str) -> None:
        self.session.execute(update(LiveRow).where(LiveRow.id == live_id).values(note=note))

    def _save_runs(self, live: LiveSession) -> None:
        known = {row.id: row for row in self.session.scalars(select(RunRow).where(RunRow.live_id == live.id))}
        for run in live.runs:
            row = known.get(run.id)
            if row is None:
                row = RunRow(id=run.id, live_id=live.id, step_id=run.step_id, round=run.round)
                self.session.add(row)
            for name in RUN_FIELDS:
                setattr(row, name, getattr(run, name))

    def _loaded(self, wanted) -> LiveSession | None:
        row = self.session.scalar(select(LiveRow).where(LiveRow.id.in_(wanted)))
        if row is None:
            return None
        runs = self.session.scalars(select(RunRow).where(RunRow.live_id == row.id).order_by(RunRow.round))
        return LiveSession(
            id=row.id, code=row.code, plan=self.plans.plan_of(row), version=row.version, state=LiveState(row.state),
            is_locked=row.is_locked, current_run_id=row.current_run_id, runs=[_run(run) for run in runs], started_at=row.started_at,
            paused_at=row.paused_at, ended_at=row.ended_at,
        )  # fmt: skip


def _run(row: RunRow) -> StepRun:
    return StepRun(row.id, row.step_id, row.round, RunState(row.state), row.opened_at, row.closed_at, row.revealed_at, row.deadline)

