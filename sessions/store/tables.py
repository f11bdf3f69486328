"""The tables of the room. A rule that the database can keep is kept by the database.

Longer than most because it is one list, to be read beside the migrations.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from workshop.db import NEVER_AGAIN, Base, UtcDateTime


class LiveRow(Base):
    """A live session. `plan` is the frozen copy of the workshop; `plan_version` grows when a step is put in."""

    __tablename__ = "live"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"), index=True)
    counsellor_id: Mapped[int | None] = mapped_column(ForeignKey("counsellor.id", ondelete="SET NULL"))
    cohort_id: Mapped[int | None] = mapped_column(ForeignKey("cohort.id", ondelete="SET NULL"))
    workshop_id: Mapped[str] = mapped_column(String(60))
    plan: Mapped[dict[str, Any]] = mapped_column(JSON, deferred=True)
    title: Mapped[str] = mapped_column(String(80))
    plan_version: Mapped[int] = mapped_column(default=1)
    version: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(String(10))
    is_locked: Mapped[bool] = mapped_column(default=False)
    is_rehearsal: Mapped[bool] = mapped_column(default=False)
    current_run_id: Mapped[str | None] = mapped_column(String(24))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    started_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    paused_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    note: Mapped[str] = mapped_column(default="")
    __table_args__ = (
        CheckConstraint("state IN ('lobby', 'running', 'paused', 'ended')", name="state"),
        CheckConstraint("version >= 1", name="version"),
        NEVER_AGAIN,
    )


class RunRow(Base):
    __tablename__ = "step_run"
    id: Mapped[str] = mapped_column(String(24), primary_key=True)
    live_id: Mapped[int] = mapped_column(ForeignKey("live.id", ondelete="CASCADE"), index=True)
    step_id: Mapped[str] = mapped_column(String(60))
    round: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    opened_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revealed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    deadline: Mapped[datetime | None] = mapped_column(UtcDateTime)
    shown: Mapped[int] = mapped_column(default=0, server_default="0")
    page: Mapped[int] = mapped_column(default=0, server_default="0")
    __table_args__ = (
        UniqueConstraint("live_id", "step_id", "round"),
        CheckConstraint("state IN ('pending', 'open', 'closed', 'revealed', 'skipped')", name="state"),
        CheckConstraint("round >= 1", name="round"),
    )


class ParticipantRow(Base):
    """`alias_key` is null once removed, so that the alias is free again. `device` joins those who share a phone.

    `worker` is the process where the phone was last seen: only that one may say that it left.
    """

    __tablename__ = "participant"
    id: Mapped[int] = mapped_column(primary_key=True)
    live_id: Mapped[int] = mapped_column(ForeignKey("live.id", ondelete="CASCADE"))
    alias: Mapped[str] = mapped_column(String(40))
    alias_key: Mapped[str | None] = mapped_column(String(80))
    resume_code: Mapped[str] = mapped_column(String(24))
    device: Mapped[str] = mapped_column(String(24))
    kind: Mapped[str] = mapped_column(String(10))
    untimed: Mapped[bool] = mapped_column(default=False)
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    worker: Mapped[str] = mapped_column(String(80), default="", server_default="")
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        UniqueConstraint("live_id", "alias_key"),
        UniqueConstraint("live_id", "resume_code"),
        CheckConstraint("kind IN ('phone', 'by_hand')", name="kind"),
        NEVER_AGAIN,
    )


class AnswerRow(Base):
    """One person's answer to one part of one run. `payload` null is a pass."""

    __tablename__ = "answer"
    run_id: Mapped[str] = mapped_column(ForeignKey("step_run.id", ondelete="CASCADE"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True, index=True)
    client_answer_id: Mapped[str] = mapped_column(String(64))
    payload: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReplacedAnswerRow(Base):
    """The name of an answer that a later one replaced: when it is sent once more, it is known and changes nothing."""

    __tablename__ = "replaced_answer"
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True)
    client_answer_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    replaced_at: Mapped[datetime] = mapped_column(UtcDateTime)


class HandCountRow(Base):
    """Raised hands, counted by the counsellor for people without a phone."""

    __tablename__ = "hand_count"
    run_id: Mapped[str] = mapped_column(ForeignKey("step_run.id", ondelete="CASCADE"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(60), primary_key=True)
    count: Mapped[int]
    __table_args__ = (CheckConstraint("count BETWEEN 0 AND 500", name="count"),)


class TextDecisionRow(Base):
    """Whether a text may be shown. By text and not by author: the same word twice is decided once, and no name is looked at."""

    __tablename__ = "text_decision"
    run_id: Mapped[str] = mapped_column(ForeignKey("step_run.id", ondelete="CASCADE"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    text_key: Mapped[str] = mapped_column(String(120), primary_key=True)
    is_shown: Mapped[bool]


class ArrangementRow(Base):
    __tablename__ = "arrangement"
    run_id: Mapped[str] = mapped_column(ForeignKey("step_run.id", ondelete="CASCADE"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class DealRow(Base):
    """What was dealt out in a run (teams, roles, a drawn person), in the type's own terms. It holds participants' ids, and no alias."""

    __tablename__ = "deal"
    run_id: Mapped[str] = mapped_column(ForeignKey("step_run.id", ondelete="CASCADE"), primary_key=True)
    part: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class SignalRow(Base):
    """A raised hand, or "je suis perdu" (for one run only); only the desk sees it."""

    __tablename__ = "signal"
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    run_id: Mapped[str | None] = mapped_column(String(24))
    raised_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (CheckConstraint("kind IN ('lost', 'hand')", name="kind"),)


class NotebookRow(Base):
    """What one learner keeps from session to session. It outlives the sessions, and goes when its owner says so.

    `began_by` is the participant for whom it was made: the phone knows that number before anything is kept, and it is never given again. `name` is the
    alias under which its owner last came in.
    """

    __tablename__ = "notebook"
    id: Mapped[int] = mapped_column(primary_key=True)
    began_by: Mapped[int] = mapped_column(unique=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(40))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (NEVER_AGAIN,)


class NotebookWriterRow(Base):
    """In whose notebook a participant's answers are kept: a table of its own, for coming in and answering ask for it only where something is kept."""

    __tablename__ = "notebook_writer"
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    notebook_id: Mapped[int] = mapped_column(ForeignKey("notebook.id", ondelete="CASCADE"), index=True)


class NotebookPageRow(Base):
    """What one answer gave to the notebook, with all that correcting it needs once the session is gone. `marks` is how far each thing to do has come."""

    __tablename__ = "notebook_page"
    id: Mapped[int] = mapped_column(primary_key=True)
    notebook_id: Mapped[int] = mapped_column(ForeignKey("notebook.id", ondelete="CASCADE"))
    live_id: Mapped[int | None] = mapped_column(ForeignKey("live.id", ondelete="SET NULL"), index=True)
    step_id: Mapped[str] = mapped_column(String(60))
    part: Mapped[int]
    type: Mapped[str] = mapped_column(String(40))
    specification: Mapped[dict[str, Any]] = mapped_column(JSON)
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)
    keepsakes: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    marks: Mapped[dict[str, str]] = mapped_column(JSON)
    kept_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (UniqueConstraint("notebook_id", "live_id", "step_id", "part"), NEVER_AGAIN)


class ToPrintRow(Base):
    """A page that its owner handed to the desk to be printed, with the name that she typed: gone once printed, and within a day. No backup holds it.

    Only who writes in a notebook hands over something: the page goes with the notebook, and with the participant.
    """

    __tablename__ = "to_print"
    participant_id: Mapped[int] = mapped_column(ForeignKey("notebook_writer.participant_id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    type: Mapped[str] = mapped_column(String(40), primary_key=True)
    key: Mapped[str] = mapped_column(String(24), unique=True)
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    handed_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class ActivityRow(Base):
    """Which command was carried out when: the activity log of the report's annex, without any learner in it."""

    __tablename__ = "activity"
    id: Mapped[int] = mapped_column(primary_key=True)
    live_id: Mapped[int] = mapped_column(ForeignKey("live.id", ondelete="CASCADE"))
    version: Mapped[int]
    command: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (Index("ix_activity_live_id_version", "live_id", "version"),)
