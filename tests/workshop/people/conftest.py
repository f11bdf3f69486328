from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from workshop.people.tables import Organisation

NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)


@pytest.fixture
def session(database):
    with database() as opened:
        yield opened


@pytest.fixture
def bocage(session: Session) -> Organisation:
    return _organisation(session, "Mission locale du Bocage")


@pytest.fixture
def estuaire(session: Session) -> Organisation:
    return _organisation(session, "Mission locale de l’Estuaire")


def _organisation(session: Session, name: str) -> Organisation:
    organisation = Organisation(name=name, created_at=NOW)
    session.add(organisation)
    session.flush()
    return organisation
