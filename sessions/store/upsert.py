"""Insert or update in one statement, the same on SQLite and PostgreSQL."""

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from workshop.db import Base


def upsert(session: Session, table: type[Base], key: dict[str, Any], values: dict[str, Any]) -> None:
    """Store `values` under `key`, whichever row was there; atomic, so that two writers never double a row."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(table).values(**key, **values)
    session.execute(statement.on_conflict_do_update(index_elements=list(key), set_=values))
