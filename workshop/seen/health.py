"""Is the server alive, and can it serve? For scripts, proxies and supervisors; no version, no address, nobody's data."""

from flask import Blueprint, Response, jsonify
from redis import Redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from sqlalchemy import literal, select

from workshop.db import Sessions
from workshop.people.tables import Organisation

from .probe import Probe

LONGEST_S = 2.0


def health(database: Sessions, redis_url: str) -> Blueprint:
    """Return the pages `/health`, `/health/live` and `/health/ready`; `redis_url` is empty where one process serves everything."""
    pages = Blueprint("health", __name__)
    stored = Probe(lambda: _ask_database(database), LONGEST_S)
    passed_on = Probe(_redis(redis_url).ping, LONGEST_S) if redis_url else None

    @pages.get("/health")
    @pages.get("/health/live")
    def live() -> Response:
        return jsonify(ok=True)

    @pages.get("/health/ready")
    def ready() -> tuple[Response, int]:
        told = {"database": _word(stored)}
        if passed_on is not None:
            # without it a room goes on with those of this process: no reason to send everybody away
            told["redis"] = _word(passed_on)
        is_ready = told["database"] == "answers"
        return jsonify(ok=is_ready, **told), 200 if is_ready else 503

    @pages.after_request
    def _never_kept(response: Response) -> Response:
        response.headers["Cache-Control"] = "no-store"
        return response

    return pages


def _word(probe: Probe) -> str:
    return "answers" if probe.answers() else "away"


def _ask_database(database: Sessions) -> None:
    """Read a table, for a bare SELECT 1 does not even open SQLite's file."""
    with database() as session:
        session.connection(execution_options={"reads_only": True})
        session.scalar(select(literal(1)).select_from(Organisation).limit(1))


def _redis(url: str) -> Redis:
    return Redis.from_url(url, socket_timeout=1, socket_connect_timeout=1, retry=Retry(NoBackoff(), 0))
