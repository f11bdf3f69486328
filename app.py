"""The application, put together. `python app.py` serves; `python app.py --help` lists the commands, which stand in launcher/commands."""

import gc
import os
import sys

from launcher.loops import DEFAULT_LOOP, let_drivers_cooperate, outside, start_loop

if __name__ == "__main__" and (len(sys.argv) < 2 or sys.argv[1] == "serve"):
    # all that is loaded now stays: to look through it again and again would take an eighth of the start (see launcher/warming.py)
    gc.disable()
    # must come before any import of what waits: sockets, locks, drivers
    start_loop(os.environ.get("TREMPLIN_ASYNC_MODE", DEFAULT_LOOP))
let_drivers_cooperate()

import secrets  # noqa: E402
from collections.abc import Callable  # noqa: E402
from datetime import UTC, datetime  # noqa: E402
from pathlib import Path  # noqa: E402
from random import SystemRandom  # noqa: E402
from typing import Any  # noqa: E402
from urllib.parse import urlsplit  # noqa: E402

from flask import Flask  # noqa: E402
from flask_compress import Compress  # noqa: E402
from flask_socketio import SocketIO  # noqa: E402
from flask_wtf import CSRFProtect  # noqa: E402
from werkzeug.middleware.proxy_fix import ProxyFix  # noqa: E402

from launcher.commands import parser  # noqa: E402
from launcher.stopping import Leaving  # noqa: E402
from launcher.templates import prepare_templates  # noqa: E402
from launcher.watching import watcher  # noqa: E402
from launcher.wiring import Wiring  # noqa: E402
from launcher.workers import link_of, serve_together, worker_name  # noqa: E402
from sessions.realtime import plain_json  # noqa: E402
from sessions.realtime.known_rooms import Register  # noqa: E402
from sessions.realtime.light.door import Door  # noqa: E402
from sessions.realtime.namespace import LiveNamespace  # noqa: E402
from sessions.realtime.publisher import LivePublisher, Silent  # noqa: E402
from sessions.realtime.underway import Underway  # noqa: E402
from sessions.services.limits import LARGEST_BYTES  # noqa: E402
from sessions.services.ports import World  # noqa: E402
from sessions.services.room import Room, make_room  # noqa: E402
from sessions.store.unit_of_work import SqlStore  # noqa: E402
from sessions.surfaces.addresses import Addresses  # noqa: E402
from sessions.surfaces.previewing import Previewing  # noqa: E402
from sessions.surfaces.rendering import Surfaces, Wifi  # noqa: E402
from sessions.tokens import Tokens  # noqa: E402
from sessions.web import register as register_room  # noqa: E402
from sessions.web.assets import phone_opening_hash  # noqa: E402
from sessions.web.serving import Serving  # noqa: E402
from workshop.config import BadSetting, Settings, read_settings  # noqa: E402
from workshop.db import Sessions, make_engine, make_sessions  # noqa: E402
from workshop.migrating import is_current, upgrade  # noqa: E402
from workshop.people.tables import Organisation  # noqa: E402
from workshop.plans.facts import load_facts  # noqa: E402
from workshop.plans.loader import FACTS, load_library  # noqa: E402
from workshop.plans.problems import ContentError  # noqa: E402
from workshop.seen.logs import write_logs  # noqa: E402
from workshop.seen.register import register as register_seen  # noqa: E402
from workshop.web.headers import protect  # noqa: E402
from workshop.web.house import House  # noqa: E402
from workshop.web.register import register as register_office  # noqa: E402

ROOT = Path(__file__).parent
WORLD = World(now=lambda: datetime.now(UTC), new_id=lambda: secrets.token_hex(8), random=SystemRandom())


def create_app(settings: Settings, async_mode: str = "threading", world: World = WORLD) -> Flask:
    """Return the whole application; `app.extensions["socketio"]` is its Socket.IO server. Raises BadSetting on an outdated database."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=settings.secret_key, SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_SECURE=settings.public_url.startswith("https"),
        MAX_CONTENT_LENGTH=2_000_000, TEMPLATES_AUTO_RELOAD=False,
        # an author's form carries its pictures along
        MAX_FORM_MEMORY_SIZE=2_000_000,
        # a counsellor's form may stand open for a whole half-day
        WTF_CSRF_TIME_LIMIT=None,
    )  # fmt: skip
    database = _database(settings)
    library = load_library(ROOT / "content")
    prepare_templates(app, settings)
    addresses = Addresses(settings)
    preview, facts = Previewing(app.jinja_env, addresses), load_facts(ROOT / "content" / FACTS)
    app.extensions["tremplin"] = House(settings, database, outside(async_mode), library, preview, facts)
    link = link_of(settings)
    sockets = SocketIO(
        app, async_mode=async_mode, manage_session=False, async_handlers=False, client_manager=link or Register(), json=plain_json,
        max_http_buffer_size=LARGEST_BYTES, cors_allowed_origins=_origins(settings),
    )  # fmt: skip
    if settings.light_websocket and (loop := watcher(async_mode)):
        sockets.sockio_mw.engineio_app = Door(sockets.server, loop)
    publisher = LivePublisher(sockets.server, sockets.start_background_task, sockets.sleep)
    store = SqlStore(database, publisher, worker_name(settings))
    room, tokens = make_room(store, world), Tokens(settings.secret_key)
    wifi_of = lambda live_id: _wifi(database, store, live_id)  # noqa: E731
    surfaces = Surfaces(room.showing, app.jinja_env, addresses, wifi_of, lambda: link is not None and link.is_cut)
    publisher.attach(surfaces)
    underway = Underway()
    namespace = LiveNamespace(room, surfaces, tokens, underway)
    sockets.server.register_namespace(namespace)
    serve_together(link, room, namespace.presence, publisher)
    app.extensions["tremplin.leaving"] = Leaving(underway, sockets.server, publisher, link)
    app.extensions["tremplin.room"] = Serving(room, surfaces, tokens, addresses)
    protect(app, [phone_opening_hash()])
    # gzip alone: every phone has it, and it costs a third of what the others do for pages this small
    app.config.update(COMPRESS_ALGORITHM=["gzip"], COMPRESS_MIMETYPES=["text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"])
    Compress(app)
    csrf = CSRFProtect(app)
    register_office(app)
    register_room(app, csrf)
    register_seen(app, settings, database, namespace.presence.everyone, lambda: store.answer_commits.waiting)
    app.wsgi_app = underway.counting(_without_compression(app.wsgi_app))
    if settings.proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies)
    return app


def _database(settings: Settings) -> Sessions:
    engine = make_engine(settings.database_url)
    if not is_current(engine):
        if engine.dialect.name != "sqlite":
            raise BadSetting("La base n’est pas à jour. Lancez d’abord : python app.py migrate")
        upgrade(engine)
    return make_sessions(engine)


def _wifi(database: Sessions, store: SqlStore, live_id: int) -> Wifi | None:
    with store.read() as reads:
        organisation_id = reads.lives.head(live_id).organisation_id
    with database() as session:
        found = session.get(Organisation, organisation_id) if organisation_id else None
    return Wifi(found.wifi_name, found.wifi_password) if found and found.wifi_name else None


def _origins(settings: Settings) -> Callable[[str, dict[str, Any]], bool]:
    """Return whether a page of this origin may open a socket: one of the address that it asks, or of the public one."""
    return lambda origin, environ: origin == settings.public_url or urlsplit(origin).netloc == environ.get("HTTP_HOST")


def _without_compression(inner: Callable[..., Any]) -> Callable[..., Any]:
    """Never accept permessage-deflate: every browser offers it, and it more than doubles the memory of each phone."""

    def strip(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return inner(environ, start_response)

    return strip


def _quiet_room(settings: Settings) -> tuple[Room, Tokens, Addresses]:
    """Return the room's services for a command that runs beside the server."""
    return make_room(SqlStore(_database(settings), Silent()), WORLD), Tokens(settings.secret_key), Addresses(settings)


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status."""
    chosen = parser().parse_args(arguments)
    try:
        settings = read_settings()
        write_logs(settings.log)
        return chosen.run(Wiring(create_app, _database, _quiet_room, lambda: load_library(ROOT / "content")), settings, chosen)
    except ContentError as error:
        print(f"Atelier à corriger :\n{error}", file=sys.stderr)
        return 2
    except BadSetting as error:
        print(f"Réglage à corriger : {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
