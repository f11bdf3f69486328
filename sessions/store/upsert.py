"""Insert where something may be there already, in one statement, the same on SQLite and PostgreSQL."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workshop.db import Base

INSERTS = {"postgresql": postgresql.insert, "sqlite": sqlite.insert}


def upsert(session: Session, table: type[Base], key: dict[str, Any], values: dict[str, Any]) -> None:
    """Store `values` under `key`, whichever row was there; atomic, so that two writers never double a row."""
    upsert_all(session.connection(), table, list(key), [{**key, **values}])


def upsert_all(connection: Connection, table: type[Base], key: Sequence[str], rows: Sequence[dict[str, Any]]) -> None:
    """The same for many rows of one shape, no two of them with the same key."""
    # the Core way: the mapper's bulk insert would look each row over again
    connection.execute(_upsert(connection.dialect.name, table, tuple(key), tuple(name for name in rows[0] if name not in key)), list(rows))


def insert_new(session: Session, table: type[Base], returned: tuple[Any, ...]) -> Any:
    """Return a statement that stores rows and returns these columns of them; rows that a unique rule forbids are left out, without an error."""
    return _insert_new(session.get_bind().dialect.name, table, returned)


# made once for each table: putting a statement together costs more than carrying it out


@cache
def _upsert(dialect: str, table: type[Base], key: tuple[str, ...], values: tuple[str, ...]) -> Any:
    statement = INSERTS[dialect](table.__table__)
    return statement.on_conflict_do_update(index_elements=list(key), set_={name: statement.excluded[name] for name in values})


@cache
def _insert_new(dialect: str, table: type[Base], returned: tuple[Any, ...]) -> Any:
    return INSERTS[dialect](table.__table__).on_conflict_do_nothing().returning(*returned)
