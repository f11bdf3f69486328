"""Every migration since the first is carried out on a database full of data, and costs not one value of it."""

import os
import shutil
from itertools import count

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.util import CommandError
from sqlalchemy import MetaData, insert, select, text

import sessions.store.tables  # noqa: F401
import workshop.people.tables  # noqa: F401
from tests.postgres import execute
from tests.workshop.first_tables import ROWS
from workshop import migrating
from workshop.db import Base, UtcDateTime, make_engine

numbers = count(1)
FAILING = '''"""fails half way"""
from alembic import op
revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None

def upgrade():
    op.execute("CREATE TABLE half_way (id INTEGER)")
    op.execute("DELETE FROM answer")
    raise RuntimeError("power cut")
'''


@pytest.fixture(params=["sqlite", "postgresql"])
def old(request, tmp_path):
    """A database as the first migration made it, full of rows."""
    if request.param == "sqlite":
        engine = make_engine(f"sqlite:///{tmp_path}/old.sqlite3")
        yield filled(engine)
        engine.dispose()
        return
    server, name = request.getfixturevalue("postgres_url"), f"tremplin_old_{os.getpid()}_{next(numbers)}"
    execute(server, f"CREATE DATABASE {name}")
    engine = make_engine(server.set(database=name).render_as_string(hide_password=False))
    yield filled(engine)
    engine.dispose()
    execute(server, f"DROP DATABASE {name} WITH (FORCE)")


def filled(engine):
    with engine.connect() as connection:
        config = migrating.configured()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.commit()
    tables = reflected(engine)
    assert set(ROWS) == set(tables) - {"alembic_version"}, "a table of the first migration has no rows here"
    with engine.begin() as connection:
        for name, rows in ROWS.items():
            connection.execute(insert(tables[name]), rows)
    return engine


def reflected(engine):
    """Return the tables as the database describes them; times and JSON read as we do, for SQLite knows neither."""
    found = MetaData()
    found.reflect(engine)
    for name, table in found.tables.items():
        ours = Base.metadata.tables.get(name)
        for column in table.columns:
            known = ours.columns.get(column.name) if ours is not None else None
            if known is not None:
                column.type = UtcDateTime() if isinstance(known.type, UtcDateTime) else known.type
    return found.tables


def contents(engine):
    tables = reflected(engine)
    with engine.connect() as connection:
        return {name: [dict(row) for row in connection.execute(select(table)).mappings()] for name, table in tables.items() if name in ROWS}


def key_of(row):
    return str(sorted((name, str(value)) for name, value in row.items()))


def test_nothing_that_was_stored_is_lost_or_changed_on_the_way_to_the_current_tables(old):
    migrating.upgrade(old)

    after = contents(old)
    for name, rows in ROWS.items():
        kept = [{column: value for column, value in row.items() if column in rows[0]} for row in after[name]]
        assert sorted(kept, key=key_of) == sorted(rows, key=key_of), name
    with old.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), Base.metadata) == []


def test_a_migration_that_fails_half_way_leaves_the_database_as_it_was(old, tmp_path, monkeypatch):
    migrating.upgrade(old)
    before = contents(old)
    folder = tmp_path / "migrations"
    shutil.copytree(migrating.FOLDER, folder)
    with old.connect() as connection:
        head = MigrationContext.configure(connection).get_current_revision()
    (folder / "versions" / "9999_failing.py").write_text(FAILING.format(head=head), encoding="utf-8")
    monkeypatch.setattr(migrating, "FOLDER", folder)

    with pytest.raises(RuntimeError, match="power cut"):
        migrating.upgrade(old)

    assert contents(old) == before
    assert "half_way" not in reflected(old)
    monkeypatch.undo()
    assert migrating.is_current(old)


def test_there_is_one_way_through_the_migrations():
    from alembic.script import ScriptDirectory

    assert ScriptDirectory.from_config(migrating.configured()).get_heads() == [migrating.newest()]


def test_a_database_of_a_later_version_is_neither_current_nor_touched(tmp_path):
    engine = make_engine(f"sqlite:///{tmp_path}/later.sqlite3")
    migrating.upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    assert not migrating.is_current(engine)
    with pytest.raises(CommandError):
        migrating.upgrade(engine)
