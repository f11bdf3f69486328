"""Puts the office into an application: its pages, and what every template may call."""

from flask import Flask, current_app

from .authoring import authoring
from .cohorts import cohorts
from .house import house
from .icons import icon, icon_kept, icon_shown
from .library import library
from .settings import settings
from .setup import setup
from .signed_in import signed_in
from .signing import signing
from .team import team


def register(app: Flask) -> None:
    """Add the blueprints of the office and the template globals `icon`, `has_endpoint`, `signed_in` and `programme_name`."""
    for blueprint in (setup, signing, library, authoring, cohorts, settings, team):
        app.register_blueprint(blueprint)
    app.jinja_env.globals.update(has_endpoint=has_endpoint, signed_in=signed_in, programme_name=programme_name)
    app.jinja_env.globals.update(icon=icon, icon_kept=icon_kept, icon_shown=icon_shown)


def has_endpoint(name: str) -> bool:
    """Whether a page of that name exists: a link to it may be shown."""
    return name in current_app.view_functions


def programme_name() -> str:
    """Return the programme's name: the organisation's own, or the one of the settings."""
    found = signed_in()
    return (found.organisation.programme if found else "") or house().settings.programme
