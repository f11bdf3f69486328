"""One page of the notebook: correct it, say how far it has come, take it out."""

from typing import Any

from flask import Blueprint, abort, redirect, request, url_for

from sessions.domain.notebook import Given, given_in, keepsakes_in
from sessions.domain.refusals import Refusal
from sessions.services.notebook_ports import Notebook, Page
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest

from .notebook import gone, own_notebook, page
from .serving import serving
from .too_big import too_big

notebook_pages = Blueprint("notebook_pages", __name__, url_prefix="/carnet/<int:number>/<int:leaf>")
notebook_pages.register_error_handler(413, too_big)
notebook_pages.register_error_handler(404, gone)


@notebook_pages.route("/corriger", methods=["GET", "POST"])
def correct(number: int, leaf: int) -> Any:
    """The type's own form, filled in; what is sent is read as in the room and kept again."""
    book = own_notebook(number)
    found = _page(book, leaf)
    given = given_in(found)
    if given is None:
        abort(404)
    if request.method == "GET":
        return _form(book, found, given)
    fields = nest((name, value) for name, value in request.form.items(multi=True) if name != "csrf_token" and not name.startswith("_"))
    try:
        serving().room.owning.correct(book.id, leaf, fields)
    except AnswerRefused as refused:
        return _form(book, found, given, error=str(refused)), 409
    return redirect(url_for("notebook.read", number=number, _anchor=f"page-{leaf}"), 303)


@notebook_pages.post("/suivi")
def mark(number: int, leaf: int) -> Any:
    """Note how far an action has come."""
    serving().room.owning.mark(own_notebook(number).id, leaf, request.form.get("key", ""), request.form.get("progress", ""))
    return redirect(url_for("notebook.read", number=number, _anchor=f"page-{leaf}"), 303)


@notebook_pages.route("/retirer", methods=["GET", "POST"])
def take_out(number: int, leaf: int) -> Any:
    """Take the page out, once asked again."""
    book = own_notebook(number)
    if request.method == "GET":
        return page("notebook/take_out.html", book=book, leaf=leaf, keepsakes=keepsakes_in([_page(book, leaf)]))
    serving().room.owning.take_out(book.id, leaf)
    return redirect(url_for("notebook.read", number=number), 303)


@notebook_pages.errorhandler(Refusal)
def no_longer(_refusal: Refusal) -> Any:
    return gone()


def _form(book: Notebook, found: Page, given: Given, error: str = "") -> Any:
    public = given.exercise.public_to(given.specification, given.answer)
    return page("notebook/correct.html", book=book, leaf=found.id, exercise=found.type, types=[found.type], public=public, mine=given.answer, error=error)


def _page(book: Notebook, leaf: int) -> Page:
    found = next((one for one in serving().room.owning.pages(book.id) if one.id == leaf), None)
    if found is None:
        abort(404)
    return found
