"""The migrations and the tables say the same, on both databases."""

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import sessions.store.tables  # noqa: F401
import workshop.people.tables  # noqa: F401
from workshop.db import Base, make_engine
from workshop.migrating import is_current, upgrade


def test_the_tables_are_what_the_migrations_make(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, Base.metadata) == []


def test_a_current_database_is_seen_as_such_and_upgrading_again_changes_nothing(engine):
    assert is_current(engine)
    upgrade(engine)
    assert is_current(engine)


def test_an_empty_database_is_not_current(tmp_path):
    assert not is_current(make_engine(f"sqlite:///{tmp_path}/empty.sqlite3"))


def test_an_acknowledged_commit_survives_a_power_cut(engine):
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
            assert connection.execute(text("PRAGMA synchronous")).scalar() == 2
            assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        else:
            # the tests' own server turns it off for speed; what matters is that the product never does
            assert "synchronous_commit" not in str(engine.url)
