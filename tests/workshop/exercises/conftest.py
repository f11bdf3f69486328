import pytest

from . import on_a_phone


@pytest.fixture(scope="session")
def on_phone():
    """See on_a_phone.py: one browser for all scripts."""
    yield from on_a_phone.opened()
