"""Brings a database to the current version of the tables (Alembic). SQLite does it at each start; PostgreSQL by `python app.py migrate`.

Alembic is loaded where there is something to do: a server that comes back after a cut finds its tables current, and its phones wait for it.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

FOLDER = Path(__file__).resolve().parent.parent / "migrations"


def upgrade(engine: Engine) -> None:
    """Run every migration that the database has not seen; each in its own transaction."""
    from alembic import command

    with engine.connect() as connection:
        config = configured()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def is_current(engine: Engine) -> bool:
    """Whether the database has seen every migration of this code, and none of a later one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return connection.scalars(text("SELECT version_num FROM alembic_version")).all() == [newest()]


def newest() -> str:
    """Return the current version: migrations are numbered in their order (see scripts/new-migration)."""
    return max(path.name for path in FOLDER.glob("versions/[0-9]*.py")).split("_")[0]


def knows(revision: str) -> bool:
    """Whether this code has that migration."""
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    try:
        return ScriptDirectory.from_config(configured()).get_revision(revision) is not None
    except CommandError:
        return False


def configured() -> "Config":
    """Return Alembic's configuration, made in code so that it does not depend on the current folder."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    return config
