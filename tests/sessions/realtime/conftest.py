import pytest

from tests.application import OpenRoom, make_app


@pytest.fixture
def opened(tmp_path, database_url) -> OpenRoom:
    return OpenRoom.of(make_app(tmp_path, database_url))
