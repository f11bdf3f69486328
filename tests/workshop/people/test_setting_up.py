import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from workshop.config import read_settings
from workshop.errors import Refused
from workshop.people.setting_up import FirstHouse, opens_setup, set_up, setup_token
from workshop.people.tables import Counsellor, Organisation

from .conftest import NOW

FIRST = FirstHouse("Mission locale du Bocage", "Claire Petit", "Claire@ML.fr", "hash", "ML-Visiteurs", "bienvenue")


@pytest.fixture
def settings(tmp_path):
    return read_settings({"TREMPLIN_DATA_DIR": str(tmp_path / "data")})


def test_the_token_is_the_same_at_each_start_until_it_is_used(settings, database):
    assert setup_token(settings, database) == setup_token(settings, database)


def test_only_the_servers_owner_can_read_the_token(settings, database):
    setup_token(settings, database)

    mode = stat.S_IMODE((settings.data_dir / "setup.token").stat().st_mode)

    assert mode == 0o600


def test_servers_that_start_together_agree_on_one_token(settings, database):
    with ThreadPoolExecutor(8) as pool:
        tokens = set(pool.map(lambda _: setup_token(settings, database), range(8)))

    assert len(tokens) == 1
    assert sorted(path.name for path in settings.data_dir.glob("setup.token*")) == ["setup.token"]


def test_only_the_right_token_opens_the_installation(settings, database):
    token = setup_token(settings, database)

    assert opens_setup(settings, database, token)
    assert not opens_setup(settings, database, token + "x")
    assert not opens_setup(settings, database, "")


def test_setting_up_makes_the_organisation_and_its_first_counsellor(settings, database):
    setup_token(settings, database)

    with database.begin() as session:
        set_up(session, settings, FIRST, NOW)

    with database() as session:
        organisation, counsellor = session.query(Organisation).one(), session.query(Counsellor).one()
    assert (organisation.name, organisation.wifi_name, organisation.wifi_password) == (
        "Mission locale du Bocage",
        "ML-Visiteurs",
        "bienvenue",
    )
    assert (counsellor.email, counsellor.organisation_id) == ("claire@ml.fr", organisation.id)


def test_once_set_up_there_is_no_token_and_no_second_time(settings, database):
    token = setup_token(settings, database)
    with database.begin() as session:
        set_up(session, settings, FIRST, NOW)

    assert setup_token(settings, database) is None
    assert not opens_setup(settings, database, token)
    assert not (settings.data_dir / "setup.token").exists()
    with database() as session, pytest.raises(Refused):
        set_up(session, settings, FIRST, NOW)


def test_a_used_token_refuses_even_where_the_first_organisation_is_not_seen_yet(settings, database):
    setup_token(settings, database)
    (settings.data_dir / "setup.token").unlink()

    with pytest.raises(Refused), database.begin() as session:
        set_up(session, settings, FIRST, NOW)

    with database() as session:
        assert session.query(Organisation).count() == 0
