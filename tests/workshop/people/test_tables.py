"""Rules that the database itself keeps, whatever the code above it does."""

import pytest
from sqlalchemy.exc import IntegrityError

from workshop.people.tables import Cohort, Counsellor, Learner, Organisation

from .conftest import NOW


def counsellor(organisation, email):
    return Counsellor(organisation_id=organisation.id, name="Claire", email=email, password_hash="x", created_at=NOW)


def cohort(organisation, name="Automne", **more):
    return Cohort(organisation_id=organisation.id, name=name, headcount=more.pop("headcount", 12), created_at=NOW, **more)


def test_one_address_has_one_account(session, bocage, estuaire):
    session.add(counsellor(bocage, "claire@ml.fr"))
    session.flush()

    session.add(counsellor(estuaire, "claire@ml.fr"))

    with pytest.raises(IntegrityError):
        session.flush()


def test_an_address_in_capitals_cannot_slip_in_beside_the_same_in_small_letters(session, bocage):
    session.add(counsellor(bocage, "Claire@ml.fr"))

    with pytest.raises(IntegrityError):
        session.flush()


@pytest.mark.parametrize("headcount", [-1, 201])
def test_a_group_has_a_possible_number_of_people(session, bocage, headcount):
    session.add(cohort(bocage, headcount=headcount))

    with pytest.raises(IntegrityError):
        session.flush()


def test_two_active_groups_cannot_share_a_name(session, bocage):
    session.add_all([cohort(bocage), cohort(bocage)])

    with pytest.raises(IntegrityError):
        session.flush()


def test_a_name_is_free_again_once_its_group_is_archived_and_for_other_organisations(session, bocage, estuaire):
    session.add_all([cohort(bocage, archived_at=NOW), cohort(bocage), cohort(estuaire)])

    session.flush()

    assert session.query(Cohort).filter_by(name="Automne").count() == 3


def test_a_wifi_password_needs_a_wifi_name(session):
    session.add(Organisation(name="Bocage", wifi_password="motdepasse", created_at=NOW))

    with pytest.raises(IntegrityError):
        session.flush()


def test_erasing_an_organisation_erases_its_people(session, bocage):
    group = cohort(bocage)
    session.add_all([group, counsellor(bocage, "claire@ml.fr")])
    session.flush()
    session.add(Learner(cohort_id=group.id, name="Karim B.", position=1))
    session.flush()

    session.delete(bocage)
    session.flush()

    assert [session.query(table).count() for table in (Cohort, Counsellor, Learner)] == [0, 0, 0]
