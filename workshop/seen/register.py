"""Puts what is seen from outside into an application."""

from collections.abc import Callable, Iterable

from flask import Flask

from workshop.config import Settings
from workshop.db import Sessions

from .faults import tell_failed_pages
from .health import health
from .pages import count_pages
from .scraping import Connection, scraping


def register(
    app: Flask, settings: Settings, database: Sessions, connections: Callable[[], Iterable[Connection]], waiting: Callable[[], int]
) -> None:
    """Add health and metrics, count the pages, and log those that fail; `connections` and `waiting` are what this process holds now."""
    app.register_blueprint(health(database, settings.redis_url))
    app.register_blueprint(scraping(settings.metrics_token, connections, waiting))
    count_pages(app)
    tell_failed_pages(app)
