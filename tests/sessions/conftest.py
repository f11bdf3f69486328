import pytest

from tests.sessions.house import TestRoom


@pytest.fixture
def room(database) -> TestRoom:
    return TestRoom(database)
