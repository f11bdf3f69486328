import shutil
import socket

import pytest

from tests.application import close_app, make_app


@pytest.fixture
def small(tmp_path, sqlite_template):
    """Make an application of the test's own with the given settings, on SQLite: what is tried here does not depend on the database."""
    made = []

    def make(**settings):
        path = tmp_path / "tremplin.sqlite3"
        shutil.copyfile(sqlite_template, path)
        made.append(make_app(tmp_path, f"sqlite:///{path}", **settings))
        return made[-1]

    yield make
    for app in made:
        close_app(app)


@pytest.fixture
def nobody_there():
    """A port of this machine where nobody listens and nobody else can begin to."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]
