"""Brings a database to the current version of the tables (Alembic). SQLite does it at each start; PostgreSQL by `python app.py migrate`."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

FOLDER = Path(__file__).resolve().parent.parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Run every migration that the database has not seen; each in its own transaction."""
    with engine.connect() as connection:
        config = configured()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def is_current(engine: Engine) -> bool:
    """Whether the database has seen every migration of this code."""
    head = ScriptDirectory.from_config(configured()).get_current_head()
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() == head


def configured() -> Config:
    """Return Alembic's configuration, made in code so that it does not depend on the current folder."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config
