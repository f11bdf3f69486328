import pytest

from workshop.errors import NotFound, Refused
from workshop.people.team import add_counsellor, remove_counsellor, set_password, team_of

from .conftest import NOW


@pytest.fixture
def claire(session, bocage):
    return add_counsellor(session, bocage.id, "Claire", "claire@ml.fr", "hash", NOW)


def test_the_team_is_in_alphabetical_order_and_only_ours(session, claire, bocage, estuaire):
    add_counsellor(session, bocage.id, "amine", "amine@ml.fr", "hash", NOW)
    add_counsellor(session, estuaire.id, "Bob", "bob@ml.fr", "hash", NOW)

    assert [each.name for each in team_of(session, bocage.id)] == ["amine", "Claire"]


def test_an_address_that_has_an_account_is_refused_however_it_is_typed(session, claire, estuaire):
    with pytest.raises(Refused, match="déjà un compte"):
        add_counsellor(session, estuaire.id, "Claire", "CLAIRE@ml.fr", "hash", NOW)


def test_a_colleague_can_be_removed_but_not_oneself(session, claire, bocage):
    amine = add_counsellor(session, bocage.id, "Amine", "amine@ml.fr", "hash", NOW)

    assert remove_counsellor(session, claire, amine.id) == "Amine"
    with pytest.raises(Refused):
        remove_counsellor(session, claire, claire.id)
    assert team_of(session, bocage.id) == [claire]


def test_nobody_removes_a_counsellor_of_another_organisation(session, claire, estuaire):
    bob = add_counsellor(session, estuaire.id, "Bob", "bob@ml.fr", "hash", NOW)

    with pytest.raises(NotFound):
        remove_counsellor(session, claire, bob.id)


def test_a_password_is_replaced_by_address(session, claire):
    assert set_password(session, "Claire@ML.fr", "new")
    assert not set_password(session, "nobody@ml.fr", "new")
    assert claire.password_hash == "new"
