"""The two ways in which a page meets the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from .house import house


@contextmanager
def reading() -> Iterator[Session]:
    """A look at what is committed; never waits for a writer, nor makes one wait."""
    with house().database() as session:
        session.connection(execution_options={"reads_only": True})
        yield session


@contextmanager
def writing() -> Iterator[Session]:
    """A transaction: committed when the block ends, rolled back when it raises."""
    with house().database.begin() as session:
        yield session
