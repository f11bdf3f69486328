"""The database: base class of all tables, engine, and what each driver needs."""

import sqlite3
import time
from datetime import UTC, datetime

from sqlalchemy import Connection, DateTime, Engine, MetaData, TypeDecorator, create_engine, event
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


NEVER_AGAIN = {"sqlite_autoincrement": True}
"""For tables whose ids are signed into tokens: SQLite would give the id of a deleted row to the next one, and an old token would open it."""


class UtcDateTime(TypeDecorator[datetime]):
    """Always UTC and always aware, on SQLite too, which forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime cannot be stored: which zone?")
        return value.astimezone(UTC)

    def process_result_value(self, value, dialect):
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Sessions = sessionmaker[Session]
LONGEST_WAIT_S = 10.0
HOLDS_S = 0.02
AGAIN_S = 0.02
"""SQLite's own waiting is written in C and holds the event loop, and with it every phone: it waits for an instant, and we go on waiting beside it."""


def make_engine(url: str) -> Engine:
    """Return the engine for SQLite or PostgreSQL, with what makes a commit survive a power cut."""
    if url.startswith("sqlite"):
        engine = create_engine(url, pool_size=20, max_overflow=20, connect_args={"check_same_thread": False, "timeout": HOLDS_S})
        event.listen(engine, "connect", _sqlite_pragmas)
        event.listen(engine, "begin", _begin_immediate)
        return engine
    return create_engine(url, pool_size=20, max_overflow=20, pool_pre_ping=True)


def make_sessions(engine: Engine) -> Sessions:
    return sessionmaker(engine, expire_on_commit=False)


def _sqlite_pragmas(connection, _record) -> None:
    # SQLAlchemy emits BEGIN itself (below), so that a reader that becomes a writer never meets SQLITE_BUSY in mid-transaction.
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_immediate(connection: Connection) -> None:
    """Begin; raises sqlite3.OperationalError where another process has kept the right to write for LONGEST_WAIT_S."""
    driver = connection.connection
    if connection.get_execution_options().get("reads_only"):
        driver.execute("BEGIN")
        return
    until = time.monotonic() + LONGEST_WAIT_S
    while True:
        try:
            driver.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(AGAIN_S)
        else:
            return
