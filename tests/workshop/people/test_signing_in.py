from datetime import timedelta

from workshop.people.signing_in import counsellor_with, must_wait, note_failure, note_success
from workshop.people.tables import SignInFailure
from workshop.people.team import add_counsellor

from .conftest import NOW


def fail(session, times, email="claire@ml.fr", start=NOW):
    for second in range(times):
        note_failure(session, email, start + timedelta(seconds=second))


def test_four_wrong_passwords_do_not_make_anyone_wait(session):
    fail(session, 4)

    assert not must_wait(session, "claire@ml.fr", NOW + timedelta(seconds=5))


def test_five_wrong_passwords_make_this_address_wait_a_minute_and_no_other(session):
    fail(session, 5)

    assert must_wait(session, "claire@ml.fr", NOW + timedelta(seconds=30))
    assert not must_wait(session, "nora@ml.fr", NOW + timedelta(seconds=30))
    assert not must_wait(session, "claire@ml.fr", NOW + timedelta(seconds=66))


def test_a_right_password_wipes_the_slate(session, bocage):
    claire = add_counsellor(session, bocage.id, "Claire", "claire@ml.fr", "hash", NOW)
    fail(session, 4)

    note_success(session, claire.id, NOW)

    assert session.query(SignInFailure).count() == 0
    assert counsellor_with(session, "claire@ml.fr").last_seen_at == NOW


def test_old_failures_do_not_pile_up(session):
    fail(session, 5)

    note_failure(session, "nora@ml.fr", NOW + timedelta(hours=1))
    session.flush()

    assert session.query(SignInFailure).count() == 1
