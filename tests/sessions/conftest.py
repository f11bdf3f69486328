import pytest

from tests.application import OpenRoom, close_app, make_app
from tests.sessions.house import TestRoom


@pytest.fixture
def room(database) -> TestRoom:
    """A live session on services alone, with a clock that the test holds."""
    return TestRoom(database)


@pytest.fixture
def opened(tmp_path, database_url):
    """A live session in the whole application, as pages and sockets meet it."""
    app = make_app(tmp_path, database_url)
    yield OpenRoom.of(app)
    close_app(app)
