"""Alembic's environment: always on the connection that it is handed (see workshop/migrating.py and scripts/new-migration)."""

from alembic import context

import sessions.store.tables  # noqa: F401
import workshop.people.tables  # noqa: F401
from workshop.db import Base, UtcDateTime


def render_item(kind, item, autogen_context):
    """Write our own type as it is imported, so that a migration says what it means."""
    if kind == "type" and isinstance(item, UtcDateTime):
        autogen_context.imports.add("from workshop.db import UtcDateTime")
        return "UtcDateTime()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=render_item,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
