"""A bad setting stops the server with a sentence that says which one and why; a good one is taken as it stands."""

import stat
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields

import pytest

from tests.house_rules import ROOT
from workshop import config
from workshop.config import ASYNC_MODES, BadSetting, Settings, read_settings


@pytest.fixture
def read(tmp_path):
    """Read settings from the given variables (without their prefix), in a data folder of the test's own."""
    return lambda **given: read_settings({"TREMPLIN_DATA_DIR": str(tmp_path / "data")} | {f"TREMPLIN_{name}": value for name, value in given.items()})


def test_nothing_has_to_be_set(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    settings = read_settings({"PATH": "/usr/bin"})

    assert settings.port == 5000
    assert settings.data_dir == tmp_path / "data"
    assert settings.database_url == f"sqlite:///{tmp_path / 'data' / 'tremplin.sqlite3'}"
    assert (settings.public_url, settings.redis_url) == ("", "")
    assert settings.async_mode in ASYNC_MODES


@pytest.mark.parametrize(("name", "value", "why"), [
    ("PORT", "cinq mille", "entre 1 et 65535"),
    ("PORT", "0", "entre 1 et 65535"),
    ("PORT", "65536", "entre 1 et 65535"),
    ("PORT", "-1", "entre 1 et 65535"),
    ("PORT", "", "entre 1 et 65535"),
    ("PUBLIC_URL", "tremplin.exemple.fr", "une adresse complète"),
    ("PUBLIC_URL", "ftp://tremplin.exemple.fr", "une adresse complète"),
    ("PUBLIC_URL", "https://", "une adresse complète"),
    ("PUBLIC_URL", "https://tremplin.exemple.fr/?a=1", "une adresse complète"),
    ("DATABASE_URL", "ma base", "il faut sqlite:///"),
    ("DATABASE_URL", "mysql://serveur/base", "il faut sqlite:///"),
    ("DATABASE_URL", "sqlite://", "il faut sqlite:///"),
    ("REDIS_URL", "serveur:6379", "redis://serveur:6379/0"),
    ("REDIS_URL", "http://serveur", "redis://serveur:6379/0"),
    ("ASYNC_MODE", "asyncio", " ou ".join(ASYNC_MODES)),
    ("ASYNC_MODE", "", " ou ".join(ASYNC_MODES)),
    ("PROXIES", "nginx", "entre 0 et 5"),
    ("PROXIES", "6", "entre 0 et 5"),
    ("LIGHT_WEBSOCKET", "yes", "on ou off"),
    ("LOG", "xml", "text ou json"),
    ("METRICS_TOKEN", "court", "au moins 16"),
    ("METRICS_TOKEN", "avec une espace dedans", "sans espace"),
    ("METRICS_TOKEN", "clé-secrète-accentuée", "ni accent"),
])
def test_a_bad_setting_is_refused_by_its_name_with_what_it_should_hold(read, name, value, why):
    with pytest.raises(BadSetting) as refused:
        read(**{name: value})

    assert str(refused.value).startswith(f"TREMPLIN_{name} ")
    assert why in str(refused.value)


def test_a_misspelt_variable_is_refused_with_the_list_of_those_that_exist(read):
    with pytest.raises(BadSetting) as refused:
        read(PROT="5000")

    assert str(refused.value).startswith("TREMPLIN_PROT ")
    assert "TREMPLIN_PORT" in str(refused.value)


def test_a_variable_of_another_program_is_left_alone(tmp_path):
    assert read_settings({"TREMPLIN_DATA_DIR": str(tmp_path), "PORT": "rien", "DATABASE_URL": "rien"}).port == 5000


@pytest.mark.parametrize("name", ["TREMPLIN_DATA_DIR", "TREMPLIN_CACHE_DIR"])
def test_a_folder_that_cannot_be_written_is_refused(tmp_path, name):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")

    with pytest.raises(BadSetting) as refused:
        read_settings({"TREMPLIN_DATA_DIR": str(tmp_path), name: str(in_the_way / "data")})

    assert str(refused.value).startswith(f"{name} ")
    assert "impossible d’y écrire" in str(refused.value)
    assert in_the_way.name in str(refused.value)


def test_workers_that_start_together_may_use_the_same_folders_and_leave_nothing_in_them(tmp_path):
    environ = {"TREMPLIN_DATA_DIR": str(tmp_path), "TREMPLIN_CACHE_DIR": str(tmp_path)}
    with ThreadPoolExecutor(8) as workers:
        read = list(workers.map(lambda _: read_settings(environ), range(200)))

    assert len({settings.secret_key for settings in read}) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_the_data_folder_is_made_and_left_without_traces(read, tmp_path):
    settings = read(SECRET_KEY="k")

    assert settings.data_dir == tmp_path / "data"
    assert list(settings.data_dir.iterdir()) == [settings.cache_dir]
    assert list(settings.cache_dir.iterdir()) == []


@pytest.mark.parametrize(("given", "expected"), [
    ("postgres://jo:s3cret@db/tremplin", "postgresql+psycopg://jo:s3cret@db/tremplin"),
    ("postgresql://db/tremplin", "postgresql+psycopg://db/tremplin"),
    ("postgresql+psycopg://db/tremplin", "postgresql+psycopg://db/tremplin"),
    ("sqlite:////srv/tremplin.sqlite3", "sqlite:////srv/tremplin.sqlite3"),
])
def test_a_database_address_is_taken_with_its_password(read, given, expected):
    assert read(DATABASE_URL=given).database_url == expected


def test_the_public_address_loses_its_final_slash(read):
    assert read(PUBLIC_URL="https://tremplin.exemple.fr/").public_url == "https://tremplin.exemple.fr"


@pytest.mark.parametrize("url", ["redis://serveur:6379/0", "rediss://serveur/1", "unix:///run/redis.sock"])
def test_a_redis_address_is_taken(read, url):
    assert read(REDIS_URL=url).redis_url == url


def test_the_secret_key_is_kept_over_a_restart_so_that_nobody_is_disconnected(read):
    first, second = read(), read()

    assert first.secret_key == second.secret_key
    assert len(first.secret_key) >= 48


def test_two_installations_have_different_secret_keys(tmp_path):
    first, second = (read_settings({"TREMPLIN_DATA_DIR": str(tmp_path / name)}) for name in ("one", "two"))

    assert first.secret_key != second.secret_key


def test_the_secret_key_is_readable_by_its_owner_only(read):
    path = read().data_dir / "secret.key"

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_given_secret_key_is_used_and_not_written_down(read):
    settings = read(SECRET_KEY="donnée")

    assert settings.secret_key == "donnée"
    assert not (settings.data_dir / "secret.key").exists()


def test_a_bad_token_is_not_quoted_in_the_refusal(read):
    with pytest.raises(BadSetting) as refused:
        read(METRICS_TOKEN="secret-trop")

    assert "secret-trop" not in str(refused.value)


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_the_readme_says_what_each_setting_is_for(field):
    assert f"TREMPLIN_{field.upper()}`" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_a_key_that_another_worker_is_about_to_write_is_waited_for_and_an_empty_one_is_refused(tmp_path, monkeypatch):
    (tmp_path / "secret.key").touch()
    with ThreadPoolExecutor(1) as workers:
        reading = workers.submit(read_settings, {"TREMPLIN_DATA_DIR": str(tmp_path)})
        time.sleep(0.1)
        (tmp_path / "secret.key").write_text("written-now")
        assert reading.result().secret_key == "written-now"

    (tmp_path / "secret.key").write_text("")
    monkeypatch.setattr(config, "SECRET_S", 0)
    with pytest.raises(BadSetting, match="Effacez-le"):
        read_settings({"TREMPLIN_DATA_DIR": str(tmp_path)})
