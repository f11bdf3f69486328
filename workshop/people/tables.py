"""The tables of the office. A rule that the database can keep is kept by the database."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.db import NEVER_AGAIN, Base, UtcDateTime


class Organisation(Base):
    """A mission locale. `programme` empty means the one of the settings; `wifi_name` empty means no QR code for the Wi-Fi."""

    __tablename__ = "organisation"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    wifi_name: Mapped[str] = mapped_column(String(32), default="")
    wifi_password: Mapped[str] = mapped_column(String(63), default="")
    programme: Mapped[str] = mapped_column(String(80), default="")
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("wifi_name <> '' OR wifi_password = ''", name="wifi"),
        NEVER_AGAIN,
    )


class Counsellor(Base):
    """`email` is kept in small letters, so that one address has one account however it is typed. `last_seen_at` is the last sign-in."""

    __tablename__ = "counsellor"
    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("email <> '' AND email = lower(email)", name="email"),
        NEVER_AGAIN,
    )


class Cohort(Base):
    """A group. `headcount` is how many people are expected, whether or not their names are known. Active groups have distinct names."""

    __tablename__ = "cohort"
    id: Mapped[int] = mapped_column(primary_key=True)
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(80))
    headcount: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    archived_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("headcount BETWEEN 0 AND 200", name="headcount"),
        Index(
            "uq_cohort_active_name",
            "organisation_id",
            "name",
            unique=True,
            sqlite_where=text("archived_at IS NULL"),
            postgresql_where=text("archived_at IS NULL"),
        ),
        NEVER_AGAIN,
    )


class Learner(Base):
    """A name on a group's list, for the attendance sheet. Never joined to answers."""

    __tablename__ = "learner"
    id: Mapped[int] = mapped_column(primary_key=True)
    cohort_id: Mapped[int] = mapped_column(ForeignKey("cohort.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(80))
    position: Mapped[int]
    __table_args__ = (
        UniqueConstraint("cohort_id", "name"),
        UniqueConstraint("cohort_id", "position"),
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("position >= 1", name="position"),
        NEVER_AGAIN,
    )


class SignInFailure(Base):
    """One wrong password for one address, known or not: counted by query, so that simultaneous guesses all count."""

    __tablename__ = "sign_in_failure"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    failed_at: Mapped[datetime] = mapped_column(UtcDateTime)
