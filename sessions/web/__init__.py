"""The room in the browser: pages, their first fragments, and plain forms for phones without JavaScript or without sockets."""

from flask import Flask
from flask_wtf import CSRFProtect


def register(app: Flask, csrf: CSRFProtect) -> None:
    """Add the room's pages to the application."""
    from .assets import assets
    from .desk import desk
    from .notebook import notebook
    from .notebook_document import notebook_document
    from .notebook_door import notebook_door
    from .notebook_pages import notebook_pages
    from .phone import phone
    from .printing import printing
    from .reports import reports
    from .rooms import rooms
    from .screen import screen
    from .trying import trying

    for blueprint in (assets, phone, screen, desk, rooms, reports, notebook, notebook_pages, notebook_document, notebook_door, trying, printing):
        app.register_blueprint(blueprint)
    # Who answers or conducts is known by a SameSite=Lax cookie, which another site's form does not carry; and a fragment that is pushed
    # to a whole room cannot hold each one's form token.
    csrf.exempt(phone)
    csrf.exempt(desk)
    csrf.exempt(notebook_door)
