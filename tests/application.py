"""The whole application on a test's own database, with short ways to open a live session and its surfaces."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

import app as app_module
from app import create_app
from sessions.realtime.rooms import NAMESPACE
from sessions.tokens import Identity
from sessions.web.serving import Serving
from tests.sessions.plans import small_workshop
from tests.tools import CACHE
from workshop.config import read_settings
from workshop.plans.loader import load_library
from workshop.plans.model import Workshop

app_module.load_library = cache(load_library)
"""The workshops of content/ are the same for all tests: they are read once."""


def make_app(folder: Path, database_url: str, **more: str) -> Flask:
    """Return the application; `more` are settings, without their prefix."""
    given = {"DATA_DIR": str(folder / "data"), "CACHE_DIR": str(CACHE), "DATABASE_URL": database_url, "HOST": "127.0.0.1"} | more
    settings = read_settings({f"TREMPLIN_{name}": value for name, value in given.items()})
    app = create_app(settings)
    app.testing = True
    return app


def close_app(app: Flask) -> None:
    """Let what was to be told soon be told, and let go of the database: it is dropped after the test."""
    app.extensions["tremplin.room"].room.store.publisher.settle()
    app.extensions["tremplin"].database.kw["bind"].dispose()


@dataclass
class OpenRoom:
    """A live session of the application, as scripts see it: a code and tokens."""

    app: Flask
    code: str
    live_id: int

    @classmethod
    def of(cls, app: Flask, workshop: Workshop | None = None) -> "OpenRoom":
        room = app.extensions["tremplin.room"].room
        code = room.starting.start(workshop or small_workshop())
        return cls(app, code, room.joining.find(code).id)

    @property
    def serving(self) -> Serving:
        return self.app.extensions["tremplin.room"]

    def token(self, role: str) -> str:
        return self.serving.tokens.make(Identity(role, self.live_id))

    def socket(self, role: str, token: str | None = None, code: str | None = None):
        """Return a connected Socket.IO test client; check `is_connected` where it may be refused."""
        auth = {"role": role, "code": code or self.code, "token": token if token is not None else (self.token(role) if role != "phone" else None)}
        return self.app.extensions["socketio"].test_client(self.app, namespace=NAMESPACE, auth=auth)

    def command(self, name: str, **more: Any) -> int:
        live = self.serving.room.joining.find(self.code)
        return self.serving.room.desk_commands.command(self.live_id, {"name": name, "expected_version": live.version, **more})

    def browser(self) -> FlaskClient:
        return self.app.test_client()

    def page(self, path: str = "") -> str:
        return f"/r/{self.code}{path}"
