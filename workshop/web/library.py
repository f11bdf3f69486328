"""The library of built-in workshops, which is the signed-in home, and one workshop's page with the button that starts it."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, redirect, render_template, url_for

from workshop.errors import NotFound
from workshop.people.cohorts import active_cohorts

from .database import reading
from .house import house
from .signed_in import counsellor_only, signed_in_counsellor
from .telling import tells_errors
from .workshop_view import WorkshopView

library = tells_errors(Blueprint("library", __name__))


@library.get("/bureau")
@counsellor_only
def home() -> Any:
    today = datetime.now(UTC).date()
    views = [WorkshopView(workshop, today) for workshop in house().library.values()]
    return render_template("office/library.html", workshops=sorted(views, key=lambda view: view.order))


@library.get("/atelier/")
def index() -> Any:
    return redirect(url_for("library.home"))


@library.get("/atelier/<workshop_id>")
@counsellor_only
def workshop(workshop_id: str) -> Any:
    """Everything a counsellor reads before the session, and the form that starts it."""
    found = house().library.get(workshop_id)
    if found is None:
        raise NotFound("Cet atelier n’existe pas. Choisissez-en un dans la bibliothèque.")
    with reading() as session:
        cohorts = active_cohorts(session, signed_in_counsellor().organisation_id)
    return render_template("office/workshop.html", workshop=WorkshopView(found, datetime.now(UTC).date()), cohorts=cohorts)
