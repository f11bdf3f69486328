import pytest

from tests.deploy.cluster import running_cluster


@pytest.fixture(scope="package")
def cluster(tmp_path_factory, postgres_template):
    """Both workers, nginx, PostgreSQL and Redis, for all tests of this folder."""
    with running_cluster(tmp_path_factory.mktemp("cluster"), postgres_template) as cluster:
        yield cluster


@pytest.fixture
def people():
    """A list of surfaces; those in it are closed after the test."""
    surfaces = []
    yield surfaces
    for surface in surfaces:
        surface.close()
