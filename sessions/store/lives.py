"""Live sessions and their runs: row ↔ aggregate, saved only if nobody else saved in between."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from sessions.domain.live_session import LiveSession, StepRun
from sessions.domain.states import LiveState, RunState
from sessions.services.ports import LiveHead
from workshop.plans.model import Workshop

from .memory import Memory
from .tables import ActivityRow, LiveRow, RunRow
from .upsert import upsert_all

CHANGING = ("version", "state", "is_locked", "current_run_id", "started_at", "paused_at", "ended_at")
# made once, and from the plain table: putting a statement together, or through the mapper, costs more than carrying it out
LIVE = LiveRow.__table__
HEAD = [LIVE.c[field.name] for field in fields(LiveHead)]
ID_OF = select(LIVE.c.id).where(LIVE.c.code == bindparam("code"))
LOOK_BY_ID = select(LIVE.c.version, *HEAD).where(LIVE.c.id == bindparam("id"))
LOOK_BY_CODE = select(LIVE.c.version, *HEAD).where(LIVE.c.code == bindparam("code"))
SAVE = update(LIVE).where(LIVE.c.id == bindparam("of"), LIVE.c.version == bindparam("expected")).values({name: bindparam(name) for name in CHANGING})
SAVE_WITH_PLAN = SAVE.values(plan=bindparam("plan"), plan_version=LIVE.c.plan_version + 1)
LOG = insert(ActivityRow.__table__)


class SqlLives:
    """`keeps` is false in a transaction that writes: what it reads may never be committed."""

    def __init__(self, session: Session, memory: Memory, *, keeps: bool) -> None:
        self.session = session
        self.memory = memory
        self.keeps = keeps
        self.saved: list[LiveSession] = []
        """What this transaction stored, to be remembered once it is committed."""
        self._heads: dict[int, LiveHead] = {}

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

    def id_of(self, code: str) -> int | None:
        """Return the id of the session with this join code."""
        return self.session.scalar(ID_OF, {"code": code})

    def by_code(self, code: str) -> LiveSession | None:
        return self._live(LOOK_BY_CODE, code=code)

    def by_id(self, live_id: int) -> LiveSession | None:
        """Return the session as it is committed; one small query where this version has been read before."""
        return self._live(LOOK_BY_ID, id=live_id)

    def head(self, live_id: int) -> LiveHead:
        """Return what never changes of a session; raises NoResultFound where there is none."""
        if live_id not in self._heads:
            self._look(LOOK_BY_ID, id=live_id)
        if live_id not in self._heads:
            raise NoResultFound
        return self._heads[live_id]

    def note(self, live_id: int) -> str:
        """Return the counsellor's own note on the session."""
        return self.session.scalar(select(LiveRow.note).where(LiveRow.id == live_id)) or ""

    def before(self, head: LiveHead) -> int | None:
        """Return the session that the same group played last before this one; None for the first one, and where no group is told."""
        if head.cohort_id is None:
            return None
        played = select(LIVE.c.id).where(LIVE.c.cohort_id == head.cohort_id, LIVE.c.started_at.is_not(None), LIVE.c.is_rehearsal.is_(False))
        earlier = played.where(LIVE.c.id != head.id, LIVE.c.created_at <= head.created_at)
        return self.session.scalar(earlier.order_by(LIVE.c.created_at.desc(), LIVE.c.id.desc()).limit(1))

    def heads_of(self, organisation_id: int) -> list[tuple[LiveHead, str, str]]:
        """Return the organisation's sessions, latest first, each with the workshop's title and its state."""
        wanted = select(LIVE.c.title, LIVE.c.state, *HEAD).where(LIVE.c.organisation_id == organisation_id)
        rows = self.session.execute(wanted.order_by(LIVE.c.created_at.desc()).limit(200))
        return [(LiveHead(*row[2:]), row[0], row[1]) for row in rows]

    def versions(self, live_ids: Collection[int]) -> dict[int, int]:
        """Return the version of each session that exists."""
        found = self.session.execute(select(LiveRow.id, LiveRow.version).where(LiveRow.id.in_(live_ids)))
        return {row.id: row.version for row in found}

    def live_id_of_run(self, run_id: str) -> int | None:
        return self.session.scalar(select(RunRow.live_id).where(RunRow.id == run_id))

    def code_is_free(self, code: str) -> bool:
        return self.session.scalar(select(LiveRow.id).where(LiveRow.code == code)) is None

    def save(self, live: LiveSession, command: str, now: datetime, expected_version: int) -> bool:
        """Store the aggregate; returns False, and stores nothing, where somebody else has saved since `expected_version`."""
        before = self.memory.live(live.id, live.code, expected_version) or self._read(live.id)
        values = {name: getattr(live, name) for name in CHANGING} | {"of": live.id, "expected": expected_version}
        plan = {"plan": live.plan.model_dump(mode="json")} if live.plan is not before.plan else {}
        connection = self.session.connection()
        if not connection.execute(SAVE_WITH_PLAN if plan else SAVE, values | plan).rowcount:
            return False
        self._save_runs(live, before)
        connection.execute(LOG, {"live_id": live.id, "version": live.version, "command": command, "at": now})
        if live.plan is before.plan:
            self.saved.append(live)
        return True

    def write_note(self, live_id: int, note: str) -> None:
        self.session.execute(update(LiveRow).where(LiveRow.id == live_id).values(note=note))

    def _save_runs(self, live: LiveSession, before: LiveSession) -> None:
        changed = [{"live_id": live.id, **vars(run), "state": run.state.value} for run in live.runs if run not in before.runs]
        if changed:
            upsert_all(self.session.connection(), RunRow, ("id",), changed)

    def _live(self, look: Select[Any], **which: Any) -> LiveSession | None:
        seen = self._look(look, **which)
        if seen is None:
            return None
        known = self.memory.live(*seen)
        while known is None:
            live = self._read(seen[0])
            seen = self._look(LOOK_BY_ID, id=seen[0])
            if live is None or seen is None:
                return None
            # PostgreSQL may show a newer commit to each query: only a state seen whole has this version
            if live.version == seen[2]:
                known = live
                if self.keeps:
                    self.memory.keep(live)
        return known

    def _look(self, look: Select[Any], **which: Any) -> tuple[int, str, int] | None:
        """Return id, code and version, and note the head on the way."""
        found = self.session.execute(look, which).one_or_none()
        if found is None:
            return None
        head = LiveHead(*found[1:])
        self._heads[head.id] = head
        return head.id, head.code, found[0]

    def _read(self, live_id: int) -> LiveSession | None:
        row = self.session.scalar(select(LiveRow).where(LiveRow.id == live_id).execution_options(populate_existing=True))
        if row is None:
            return None
        runs = self.session.scalars(select(RunRow).where(RunRow.live_id == row.id).order_by(RunRow.round).execution_options(populate_existing=True))
        return LiveSession(
            id=row.id, code=row.code, plan=self._plan(row), version=row.version, state=LiveState(row.state),
            is_locked=row.is_locked, current_run_id=row.current_run_id, runs=[_run(run) for run in runs], started_at=row.started_at,
            paused_at=row.paused_at, ended_at=row.ended_at,
        )  # fmt: skip

    def _plan(self, row: LiveRow) -> Workshop:
        """Return the frozen plan; the JSON column is read only the first time, for a version of a plan never changes."""
        return self.memory.plans.get_or_make((row.code, row.plan_version), lambda: Workshop.model_validate(row.plan))


def _run(row: RunRow) -> StepRun:
    return StepRun(row.id, row.step_id, row.round, RunState(row.state), row.opened_at, row.closed_at, row.revealed_at, row.deadline, row.shown, row.page)

