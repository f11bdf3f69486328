"""The settings, read once from the environment and checked: a bad one stops the server with a sentence that says which and why."""

import os
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from tempfile import TemporaryFile
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

PREFIX = "TREMPLIN_"
ASYNC_MODES = ("eventlet", "gevent", "threading")
LOG_FORMS = ("text", "json")
SWITCH = ("on", "off")
SHORTEST_TOKEN = 16
SECRET_S = 1.0


class BadSetting(ValueError):
    """The message names the variable, what it holds and what it should hold."""


@dataclass(frozen=True)
class Settings:
    """Every field is the variable TREMPLIN_<FIELD>; README.md documents each (a test holds the two together)."""

    host: str
    port: int
    public_url: str
    """Address that phones use, without a final slash; empty where the server finds its own on the local network."""
    data_dir: Path
    cache_dir: Path
    """What can be made again at any time: compiled templates."""
    database_url: str
    redis_url: str
    """Empty where one process serves everything."""
    proxies: int
    """How many proxies stand before the server and say whom they speak for; 0 where browsers reach it directly."""
    async_mode: str
    light_websocket: bool
    """Whether a phone that opens a WebSocket at once is served without a greenlet of its own; without effect on threads."""
    secret_key: str
    programme: str
    """Name of the programme on every page."""
    metrics_token: str
    """Empty where /metrics is for this machine only."""
    log: str


def read_settings(environ: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings; raises BadSetting. Creates the data folder and, at the first start, the secret key in it."""
    _refuse_unknown(environ)
    data_dir = _writable(environ, "TREMPLIN_DATA_DIR", Path("data"))
    return Settings(
        host=environ.get("TREMPLIN_HOST", "0.0.0.0"),
        port=_port(environ),
        public_url=_web_address(environ, "TREMPLIN_PUBLIC_URL").rstrip("/"),
        data_dir=data_dir,
        cache_dir=_writable(environ, "TREMPLIN_CACHE_DIR", data_dir / "cache"),
        database_url=_database(environ, data_dir),
        redis_url=_redis(environ),
        proxies=_number(environ, "TREMPLIN_PROXIES", 0, 0, 5),
        async_mode=_one_of(environ, "TREMPLIN_ASYNC_MODE", ASYNC_MODES, ASYNC_MODES[0]),
        light_websocket=_one_of(environ, "TREMPLIN_LIGHT_WEBSOCKET", SWITCH, SWITCH[0]) == SWITCH[0],
        secret_key=environ.get("TREMPLIN_SECRET_KEY") or _kept_secret(data_dir),
        programme=environ.get("TREMPLIN_PROGRAMME", "Garantie jeunes"),
        metrics_token=_token(environ, "TREMPLIN_METRICS_TOKEN"),
        log=_one_of(environ, "TREMPLIN_LOG", LOG_FORMS, LOG_FORMS[0]),
    )


def _refuse_unknown(environ: Mapping[str, str]) -> None:
    known = {PREFIX + field.name.upper() for field in fields(Settings)}
    for name in environ:
        if name.startswith(PREFIX) and name not in known:
            raise BadSetting(f"{name} n’est pas un réglage de Tremplin. Réglages connus : {', '.join(sorted(known))}.")


def _port(environ: Mapping[str, str]) -> int:
    raw = environ.get("TREMPLIN_PORT", "5000")
    if not raw.isdecimal() or not 1 <= int(raw) <= 65535:
        raise BadSetting(f"TREMPLIN_PORT vaut « {raw} » : il faut un nombre entre 1 et 65535, par exemple 5000.")
    return int(raw)


def _number(environ: Mapping[str, str], name: str, default: int, least: int, most: int) -> int:
    raw = environ.get(name, str(default))
    if not raw.isdecimal() or not least <= int(raw) <= most:
        raise BadSetting(f"{name} vaut « {raw} » : il faut un nombre entre {least} et {most}.")
    return int(raw)


def _web_address(environ: Mapping[str, str], name: str) -> str:
    raw = environ.get(name, "")
    parts = urlsplit(raw)
    if raw and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise BadSetting(f"{name} vaut « {raw} » : il faut une adresse complète, par exemple https://tremplin.exemple.fr.")
    return raw


def _writable(environ: Mapping[str, str], name: str, default: Path) -> Path:
    """Return the folder, made where it is missing."""
    path = Path(environ.get(name, default)).expanduser().resolve()
    try:
        path.mkdir(parents=True, exist_ok=True)
        # a file without a name: workers that start together try the same folder
        with TemporaryFile(dir=path):
            pass
    except OSError as error:
        raise BadSetting(f"{name} vaut « {path} » : impossible d’y écrire ({error.strerror}). Choisissez un autre dossier.") from error
    return path


def _database(environ: Mapping[str, str], data_dir: Path) -> str:
    raw = environ.get("TREMPLIN_DATABASE_URL", "")
    if not raw:
        return f"sqlite:///{data_dir / 'tremplin.sqlite3'}"
    advice = "il faut sqlite:///chemin/fichier.sqlite3 ou postgresql://utilisateur@serveur/base"
    try:
        url = make_url(raw)
    except ArgumentError as error:
        raise BadSetting(f"TREMPLIN_DATABASE_URL n’est pas une adresse de base : {advice}.") from error
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg").render_as_string(hide_password=False)
    if url.drivername == "sqlite" and url.database:
        return raw
    raise BadSetting(f"TREMPLIN_DATABASE_URL commence par « {url.drivername} » : {advice}.")


def _redis(environ: Mapping[str, str]) -> str:
    raw = environ.get("TREMPLIN_REDIS_URL", "")
    if raw and urlsplit(raw).scheme not in ("redis", "rediss", "unix"):
        raise BadSetting(f"TREMPLIN_REDIS_URL vaut « {raw} » : il faut une adresse redis://serveur:6379/0.")
    return raw


def _one_of(environ: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str) -> str:
    raw = environ.get(name, default)
    if raw not in allowed:
        raise BadSetting(f"{name} vaut « {raw} » : il faut {' ou '.join(allowed)}.")
    return raw


def _token(environ: Mapping[str, str], name: str) -> str:
    """Return the token, or nothing; a bad one is not quoted, for it is a secret all the same."""
    raw = environ.get(name, "")
    if raw and (len(raw) < SHORTEST_TOKEN or not raw.isascii() or not raw.isprintable() or " " in raw):
        raise BadSetting(f"{name} est trop simple : il faut au moins {SHORTEST_TOKEN} lettres ou chiffres, sans espace ni accent.")
    return raw


def _kept_secret(data_dir: Path) -> str:
    """Return the key that signs cookies and tokens; made once, readable by its owner only, so that a restart disconnects nobody."""
    path = data_dir / "secret.key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _written_secret(path)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        key = secrets.token_urlsafe(48)
        file.write(key)
    return key


def _written_secret(path: Path) -> str:
    """Return the key; a worker that started with this one may be about to write it."""
    until = time.monotonic() + SECRET_S
    while not (key := path.read_text(encoding="ascii").strip()):
        if time.monotonic() > until:
            raise BadSetting(f"Le fichier « {path} » est vide. Effacez-le : un autre sera fait, et chacun se connectera à nouveau.")
        time.sleep(0.02)
    return key
