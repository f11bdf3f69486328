"""What the start puts aside is put right before the first phone comes."""

import gc

import pytest

from launcher.warming import rest_the_collector


@pytest.fixture
def collector():
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    gc.enable()


def test_the_collector_that_rested_while_all_was_loaded_is_at_work_when_the_server_is(collector):
    gc.disable()
    rest_the_collector()

    assert gc.isenabled()
    assert gc.get_freeze_count() > 0
