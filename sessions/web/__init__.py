"""The room in the browser: pages, their first fragments, and plain forms for phones without JavaScript or without sockets."""

from flask import Flask
from flask_wtf import CSRFProtect


def register(app: Flask, csrf: CSRFProtect) -> None:
    """Add the room's pages to the application."""
    from .assets import assets
    from .desk import desk
    from .phone import phone
    from .reports import reports
    from .rooms import rooms
    from .screen import screen

    for blueprint in (assets, phone, screen, desk, rooms, reports):
        app.register_blueprint(blueprint)
    # Who answers or conducts is known by a SameSite=Lax cookie, which another site's form does not carry; and a fragment that is pushed
    # to a whole room cannot hold each one's form token.
    csrf.exempt(phone)
    csrf.exempt(desk)
