import pytest

from workshop.people.addresses import looks_like_an_address, one_way


def test_an_address_is_the_same_however_it_is_typed():
    assert one_way("  Claire.Petit@ML-Bocage.FR ") == "claire.petit@ml-bocage.fr"


@pytest.mark.parametrize("slip", ["", "claire", "claire@", "claire@ml", "claire petit@ml.fr", "claire@@ml.fr", "@ml.fr"])
def test_a_slip_of_the_finger_is_seen(slip):
    assert not looks_like_an_address(slip)


@pytest.mark.parametrize("address", ["claire@ml.fr", "c.petit+gj@ml-bocage.asso.fr", "élodie@ml.fr"])
def test_an_ordinary_address_passes(address):
    assert looks_like_an_address(address)
