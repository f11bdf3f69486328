"""The office in a test client. `app` is the only fixture that knows how the application is put together."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Blueprint, Flask, request
from flask_wtf import CSRFProtect

from launcher.templates import KeptTemplates
from sessions.surfaces.addresses import Addresses
from sessions.surfaces.previewing import Previewing
from tests.tools import CACHE
from tests.workshop.web.sample_workshop import SAMPLE
from workshop.config import read_settings
from workshop.db import make_engine, make_sessions
from workshop.people import passwords
from workshop.people.tables import Counsellor, Organisation
from workshop.people.team import add_counsellor
from workshop.web.house import House
from workshop.web.register import register

ROOT = Path(__file__).resolve().parents[3]
PASSWORD = "cheval agrafe pile"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
"""Hashing is slow on purpose; how slow is tried in tests/workshop/people. Here it was most of the time."""
PASSWORD_HASH = QUICK.hash(PASSWORD)
NOW = datetime(2026, 9, 14, 8, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _quick_passwords(monkeypatch):
    monkeypatch.setattr(passwords, "HASHER", QUICK)


@pytest.fixture
def app(tmp_path, database_url):
    application = Flask("tremplin", root_path=str(ROOT))
    application.jinja_env.trim_blocks = application.jinja_env.lstrip_blocks = True
    application.jinja_env.bytecode_cache = KeptTemplates(CACHE)
    application.config.update(SECRET_KEY="test", TESTING=True)
    settings = read_settings(
        {"TREMPLIN_DATA_DIR": str(tmp_path / "data"), "TREMPLIN_CACHE_DIR": str(CACHE), "TREMPLIN_DATABASE_URL": database_url}
    )
    engine = make_engine(settings.database_url)
    library, preview = {SAMPLE.id: SAMPLE}, Previewing(application.jinja_env, Addresses(settings))
    application.extensions["tremplin"] = House(settings, make_sessions(engine), lambda function, *arguments: function(*arguments), library, preview)
    CSRFProtect(application)
    register(application)
    application.register_blueprint(_room_door())
    yield application
    engine.dispose()


def _room_door() -> Blueprint:
    """Where the library's form leads: says what it was sent."""
    rooms = Blueprint("rooms", __name__)
    rooms.post("/seances", endpoint="start")(lambda: dict(request.form))
    return rooms


@pytest.fixture
def house(app) -> House:
    return app.extensions["tremplin"]


@pytest.fixture
def bocage(house) -> Organisation:
    """An organisation that is set up, with Claire in it."""
    return a_house(house, "Mission locale du Bocage", "Claire Petit", "claire@ml.fr")


@pytest.fixture
def estuaire(house) -> Organisation:
    return a_house(house, "Mission locale de l’Estuaire", "Bob Martin", "bob@ml.fr")


def a_house(house: House, name: str, counsellor: str, email: str) -> Organisation:
    with house.database.begin() as session:
        organisation = Organisation(name=name, created_at=NOW)
        session.add(organisation)
        session.flush()
        add_counsellor(session, organisation.id, counsellor, email, PASSWORD_HASH, NOW)
    return organisation


class Browser:
    """A test client that sends a page's own CSRF token with each form, as a browser does."""

    def __init__(self, app: Flask) -> None:
        self.client = app.test_client()

    def get(self, path: str, **options):
        return self.client.get(path, **options)

    def send(self, page: str, fields: dict | None = None, to: str = "", **options):
        """Open the page, fill its form and send it, to the page's own address unless told otherwise."""
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.client.get(page).text)
        token = {"csrf_token": found[1]} if found else {}
        return self.client.post(to or page, data=token | (fields or {}), **options)

    def sign_in(self, email: str = "claire@ml.fr", password: str = PASSWORD, **more):
        return self.send("/connexion", {"email": email, "password": password} | more)


@pytest.fixture
def browser(app) -> Browser:
    return Browser(app)


@pytest.fixture
def claire(browser, bocage) -> Browser:
    """Claire's browser, signed in."""
    assert browser.sign_in().status_code == 303
    return browser


def counsellors(house: House) -> list[Counsellor]:
    with house.database() as session:
        return session.query(Counsellor).order_by(Counsellor.id).all()
