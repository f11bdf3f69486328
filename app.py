"""The application, put together; the only module that wires everything, and the only one that knows the event loop.

`python app.py` serves. `python app.py --help` lists the commands. Longer than most files because wiring in one place is its whole purpose.
"""

import os
import sys


def _start_loop(mode: str) -> None:
    """Make the standard library cooperate with the event loop; must come before any other import."""
    if mode == "eventlet":
        import warnings

        # eventlet says at each start that it is in legacy mode upstream: known, and gevent is one setting away
        warnings.filterwarnings("ignore", message=r"\s*Eventlet is deprecated")
        import eventlet

        eventlet.monkey_patch()
    elif mode == "gevent":
        from gevent import monkey

        monkey.patch_all()


ASYNC_MODE = "threading"
if __name__ == "__main__" and (len(sys.argv) < 2 or sys.argv[1] == "serve"):
    ASYNC_MODE = os.environ.get("TREMPLIN_ASYNC_MODE", "eventlet")
    _start_loop(ASYNC_MODE)
# psycopg's own waiting is written in C and would hold the loop, and with it every phone
os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")

import argparse  # noqa: E402
import gc  # noqa: E402
import json  # noqa: E402
import logging  # noqa: E402
import secrets  # noqa: E402
import socket  # noqa: E402
from collections.abc import Callable  # noqa: E402
from datetime import UTC, datetime  # noqa: E402
from pathlib import Path  # noqa: E402
from random import SystemRandom  # noqa: E402
from typing import Any  # noqa: E402

import segno  # noqa: E402
from flask import Flask, jsonify  # noqa: E402
from flask_compress import Compress  # noqa: E402
from flask_socketio import SocketIO  # noqa: E402
from flask_wtf import CSRFProtect  # noqa: E402
from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, TemplateNotFound  # noqa: E402

from sessions.realtime.namespace import LiveNamespace  # noqa: E402
from sessions.realtime.publisher import LivePublisher, Silent  # noqa: E402
from sessions.services.limits import LARGEST_BYTES  # noqa: E402
from sessions.services.ports import World  # noqa: E402
from sessions.services.room import Room, make_room  # noqa: E402
from sessions.store.unit_of_work import SqlStore  # noqa: E402
from sessions.surfaces.addresses import Addresses  # noqa: E402
from sessions.surfaces.rendering import Surfaces, Wifi  # noqa: E402
from sessions.tokens import Identity, Tokens  # noqa: E402
from sessions.web import register as register_room  # noqa: E402
from sessions.web.assets import asset, digest, exercise_script, phone_style  # noqa: E402
from sessions.web.serving import Serving  # noqa: E402
from workshop.config import BadSetting, Settings, read_settings  # noqa: E402
from workshop.db import Sessions, make_engine, make_sessions  # noqa: E402
from workshop.exercises.registry import FOLDER as EXERCISES  # noqa: E402
from workshop.figures import in_words  # noqa: E402
from workshop.figures.layouts import layout  # noqa: E402
from workshop.migrating import is_current, upgrade  # noqa: E402
from workshop.people.passwords import hash_password  # noqa: E402
from workshop.people.setting_up import setup_token  # noqa: E402
from workshop.people.tables import Organisation  # noqa: E402
from workshop.people.team import set_password  # noqa: E402
from workshop.plans.loader import load_library  # noqa: E402
from workshop.plans.problems import ContentError  # noqa: E402
from workshop.web.headers import protect  # noqa: E402
from workshop.web.house import House  # noqa: E402
from workshop.web.icons import icon  # noqa: E402
from workshop.web.register import register as register_office  # noqa: E402

ROOT = Path(__file__).parent
WORLD = World(now=lambda: datetime.now(UTC), new_id=lambda: secrets.token_hex(8), random=SystemRandom())


def create_app(settings: Settings, async_mode: str = "threading", world: World = WORLD) -> Flask:
    """Return the whole application; `app.extensions["socketio"]` is its Socket.IO server. Raises BadSetting on an outdated database."""
    app = Flask(__name__)
    app.config.update(
        SECRET_KEY=settings.secret_key, SESSION_COOKIE_SAMESITE="Lax", SESSION_COOKIE_SECURE=settings.public_url.startswith("https"),
        MAX_CONTENT_LENGTH=2_000_000, TEMPLATES_AUTO_RELOAD=False,
        # a counsellor's form may stand open for a whole half-day
        WTF_CSRF_TIME_LIMIT=None,
    )  # fmt: skip
    database = _database(settings)
    library = load_library(ROOT / "content")
    app.extensions["tremplin"] = House(settings, database, _outside(async_mode), library)
    _prepare_templates(app, settings)
    sockets = SocketIO(
        app, async_mode=async_mode, manage_session=False, message_queue=settings.redis_url or None, max_http_buffer_size=LARGEST_BYTES,
        cors_allowed_origins=_origins(settings),
    )  # fmt: skip
    publisher = LivePublisher(sockets.server, sockets.start_background_task, sockets.sleep)
    store = SqlStore(database, publisher)
    room, tokens, addresses = make_room(store, world), Tokens(settings.secret_key), Addresses(settings)
    surfaces = Surfaces(room.showing, app.jinja_env, addresses, lambda live_id: _wifi(database, store, live_id))
    publisher.attach(surfaces)
    sockets.server.register_namespace(LiveNamespace(room, surfaces, tokens))
    app.extensions["tremplin.room"] = Serving(room, surfaces, tokens, addresses)
    protect(app)
    # gzip alone: every phone has it, and it costs a third of what the others do for pages this small
    app.config.update(COMPRESS_ALGORITHM=["gzip"], COMPRESS_MIMETYPES=["text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"])
    Compress(app)
    csrf = CSRFProtect(app)
    register_office(app)
    register_room(app, csrf)
    app.get("/health")(lambda: jsonify(ok=True))
    app.wsgi_app = _without_compression(app.wsgi_app)
    return app


def _database(settings: Settings) -> Sessions:
    engine = make_engine(settings.database_url)
    if engine.dialect.name == "sqlite":
        upgrade(engine)
    elif not is_current(engine):
        raise BadSetting("La base n’est pas à jour. Lancez d’abord : python app.py migrate")
    return make_sessions(engine)


def _prepare_templates(app: Flask, settings: Settings) -> None:
    app.jinja_loader = ChoiceLoader([FileSystemLoader(ROOT / "templates"), PrefixLoader({"exercises": FileSystemLoader(EXERCISES)})])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        icon=icon, in_words=in_words, layout=layout, asset=asset, digest=digest, phone_style=phone_style, exercise_script=exercise_script,
        has_template=lambda name: _has_template(app, name), programme=settings.programme,
    )  # fmt: skip


def _has_template(app: Flask, name: str) -> bool:
    try:
        app.jinja_env.get_template(name)
    except TemplateNotFound:
        return False
    return True


def _wifi(database: Sessions, store: SqlStore, live_id: int) -> Wifi | None:
    with store.read() as reads:
        organisation_id = reads.lives.head(live_id).organisation_id
    with database() as session:
        found = session.get(Organisation, organisation_id) if organisation_id else None
    return Wifi(found.wifi_name, found.wifi_password) if found and found.wifi_name else None


def _origins(settings: Settings) -> list[str] | None:
    """Return None for "the same origin only"; behind a proxy the public address is one more."""
    if not settings.public_url:
        return None
    return [settings.public_url, f"http://127.0.0.1:{settings.port}", f"http://localhost:{settings.port}"]


def _without_compression(inner: Callable[..., Any]) -> Callable[..., Any]:
    """Never accept permessage-deflate: every browser offers it, and it more than doubles the memory of each phone."""

    def strip(environ: dict[str, Any], start_response: Callable[..., Any]) -> Any:
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return inner(environ, start_response)

    return strip


# The event loops. Nothing outside this part names one.


def _outside(mode: str) -> Callable[..., Any]:
    """Return outside(function, *arguments): runs slow work in a real thread while the loop goes on."""
    if mode == "eventlet":
        from eventlet import tpool

        return tpool.execute
    if mode == "gevent":
        import gevent

        return lambda function, *arguments: gevent.get_hub().threadpool.apply(function, arguments)
    return lambda function, *arguments: function(*arguments)


def _listener(settings: Settings) -> socket.socket:
    """Return a bound listener: a long queue for a whole group that scans at once, and no delay for small messages."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    try:
        listener.bind((settings.host, settings.port))
    except OSError as error:
        raise BadSetting(f"TREMPLIN_PORT vaut {settings.port}, et ce port est déjà pris ({error.strerror}). Choisissez-en un autre.") from error
    listener.listen(1024)
    return listener


def _warm(app: Flask) -> None:
    """Compile every template before the first phone comes: the first push of a session must not wait for it."""
    for name in app.jinja_env.list_templates(["html"]):
        app.jinja_env.get_template(name)


def _rest_the_collector() -> None:
    """Keep what was loaded at start out of the garbage collector's rounds, and make the longest ones rare: each of them stops every phone."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 1_000)


def _serve_forever(app: Flask, settings: Settings, listener: socket.socket) -> None:
    _warm(app)
    _rest_the_collector()
    if settings.async_mode == "eventlet":
        import eventlet.wsgi

        eventlet.wsgi.server(listener, app, log_output=False, max_size=20_000)
    elif settings.async_mode == "gevent":
        from gevent import pywsgi

        pywsgi.WSGIServer(listener, app, log=None).serve_forever()
    else:
        from werkzeug.serving import make_server

        make_server(settings.host, settings.port, app, threaded=True, fd=listener.fileno()).serve_forever()


# The commands.


def serve(settings: Settings, _arguments: argparse.Namespace) -> int:
    """Start the server and say where it is."""
    app = create_app(settings, settings.async_mode)
    listener = _listener(settings)
    _say_where(settings, setup_token(settings, app.extensions["tremplin"].database))
    try:
        _serve_forever(app, settings, listener)
    except KeyboardInterrupt:
        print("Arrêt.")
    return 0


def _say_where(settings: Settings, token: str | None) -> None:
    addresses = Addresses(settings)
    print(f"\nTremplin est prêt.\n  Sur cette machine :     {addresses.local}\n  Sur le réseau local :   {addresses.base}\n")
    if token:
        print(f"Première installation, lien à usage unique :\n  {addresses.local}/installation?jeton={token}\n")
    segno.make(addresses.base, error="m", micro=False).terminal(compact=True)
    print("\nArrêter : Ctrl+C", flush=True)


def _quiet_room(settings: Settings) -> tuple[Room, Tokens, Addresses]:
    """Return the room's services for a command that runs beside the server."""
    return make_room(SqlStore(_database(settings), Silent()), WORLD), Tokens(settings.secret_key), Addresses(settings)


def live(settings: Settings, arguments: argparse.Namespace) -> int:
    """Open a live session and print where it is; the server may be running or start later."""
    workshop = load_library(ROOT / "content").get(arguments.workshop)
    if workshop is None:
        print(f"L’atelier « {arguments.workshop} » n’existe pas. Ateliers : {', '.join(load_library(ROOT / 'content'))}", file=sys.stderr)
        return 2
    room, tokens, addresses = _quiet_room(settings)
    code = room.starting.start(workshop, is_rehearsal=arguments.rehearsal)
    live_id = room.joining.find(code).id
    desk_token, screen_token = tokens.make(Identity("desk", live_id)), tokens.make(Identity("screen", live_id))
    told = {
        "code": code, "phone_url": addresses.join(code), "screen_url": f"{addresses.screen(code)}?jeton={screen_token}",
        "desk_url": f"{addresses.desk(code)}?jeton={desk_token}", "desk_token": desk_token, "screen_token": screen_token,
    }  # fmt: skip
    print(json.dumps(told) if arguments.json else "\n".join(f"{name}: {value}" for name, value in told.items()), flush=True)
    return 0


def rehearse(settings: Settings, arguments: argparse.Namespace) -> int:
    """Fill a rehearsal with simulated learners, starting session and server where they are missing."""
    from sessions.rehearsal.company import rehearse as fill

    return fill(settings, _quiet_room, load_library(ROOT / "content"), arguments)


def password(settings: Settings, arguments: argparse.Namespace) -> int:
    """Give a counsellor who forgot hers a new password, printed once."""
    fresh = secrets.token_urlsafe(9)
    with _database(settings).begin() as session:
        if not set_password(session, arguments.email, hash_password(fresh)):
            print(f"Aucun compte n’a l’adresse {arguments.email}.", file=sys.stderr)
            return 2
    print(f"Nouveau mot de passe : {fresh}\nÀ changer dans Réglages après la connexion.")
    return 0


def migrate(settings: Settings, _arguments: argparse.Namespace) -> int:
    """Bring the database to the current version."""
    upgrade(make_engine(settings.database_url))
    print("La base est à jour.")
    return 0


def _commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="app.py", description="Tremplin : ateliers collectifs en direct. Sans commande : serve.")
    commands = parser.add_subparsers(dest="command", metavar="COMMANDE")
    commands.add_parser("serve", help="démarrer le serveur (par défaut)").set_defaults(run=serve)
    one = commands.add_parser("live", help="ouvrir une séance et afficher ses adresses")
    one.add_argument("workshop", metavar="ATELIER", help="identifiant de l’atelier, par exemple marche-cache")
    one.add_argument("--json", action="store_true", help="une ligne de JSON : code, phone_url, screen_url, desk_url, desk_token, screen_token")
    one.add_argument("--rehearsal", action="store_true", help="une répétition : elle ne compte pas")
    one.set_defaults(run=live)
    other = commands.add_parser("rehearse", help="remplir une salle de jeunes simulés, pour essayer seul")
    other.add_argument("workshop", metavar="ATELIER", nargs="?", default="marche-cache", help="par défaut : marche-cache")
    other.add_argument("--code", help="rejoindre cette séance au lieu d’en ouvrir une")
    other.add_argument("--learners", type=int, default=15, help="nombre de jeunes simulés (1 à 60 ; 15 par défaut)")
    other.add_argument("--play", action="store_true", help="jouer tout l’atelier sans conseiller, de l’accueil au bilan")
    other.set_defaults(run=rehearse)
    forgot = commands.add_parser("password", help="donner un nouveau mot de passe à un conseiller")
    forgot.add_argument("email", metavar="ADRESSE", help="l’adresse e-mail de son compte")
    forgot.set_defaults(run=password)
    commands.add_parser("migrate", help="mettre la base à jour (PostgreSQL ; SQLite le fait seul au démarrage)").set_defaults(run=migrate)
    return parser


def main(arguments: list[str] | None = None) -> int:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    # its lines hold addresses, and an address may hold a token
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    chosen = _commands().parse_args(arguments)
    try:
        return getattr(chosen, "run", serve)(read_settings(), chosen)
    except ContentError as error:
        print(f"Atelier à corriger :\n{error}", file=sys.stderr)
        return 2
    except BadSetting as error:
        print(f"Réglage à corriger : {error}", file=sys.stderr)
        return 2



if __name__ == "__main__":
    sys.exit(main())
