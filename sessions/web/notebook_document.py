"""What was kept of one type as a page to send: who it is from is asked for now, printed, and forgotten."""

import re
from typing import Any

from flask import Blueprint, Response, abort, request

from sessions.domain.notebook import keepsakes_in
from sessions.domain.people import alias_key
from sessions.reports.document_pdf import DocumentRefused, Header, TooLong, document_pdf
from sessions.services.notebook_ports import Notebook
from workshop.exercises.keeping import Document, Keeping
from workshop.exercises.registry import exercise_types
from workshop.web.house import house

from .notebook import gone, own_notebook, page
from .serving import serving

notebook_document = Blueprint("notebook_document", __name__)
notebook_document.register_error_handler(404, gone)
FIELDS = ("name", "town", "phone", "email")


@notebook_document.route("/carnet/<int:number>/document/<name>", methods=["GET", "POST"])
def document(number: int, name: str) -> Any:
    """Ask for name, town, phone and e-mail, then give the PDF."""
    book, keeping = own_notebook(number), _keeping(name)
    kept = keepsakes_in(one for one in serving().room.owning.pages(book.id) if one.type == name)
    if not kept:
        abort(404)
    if request.method == "GET":
        return _form(book, keeping)
    made = keeping.document(kept)
    try:
        header = Header(**{field: request.form.get(field, "")[:200] for field in FIELDS})
        return _file(_printed(made, header, is_short=bool(request.form.get("short"))), keeping.label)
    except TooLong as refused:
        return _form(book, keeping, error=str(refused), can_be_short=refused.shortened is not None), 409
    except DocumentRefused as refused:
        return _form(book, keeping, error=str(refused)), 409


def _printed(made: Document, header: Header, *, is_short: bool) -> bytes:
    """Return the PDF, drawn in a thread; with `is_short` without what does not fit on the page. Raises DocumentRefused."""
    try:
        return house().outside(document_pdf, made, header)
    except TooLong as refused:
        if not is_short or refused.shortened is None:
            raise
        return house().outside(document_pdf, refused.shortened, header)


def _keeping(name: str) -> Keeping:
    exercise = exercise_types().get(name)
    if exercise is None or exercise.keeping is None or exercise.keeping.document is None:
        abort(404)
    return exercise.keeping


def _form(book: Notebook, keeping: Keeping, error: str = "", can_be_short: bool = False) -> Response:
    return page("notebook/document.html", book=book, label=keeping.document_label, error=error, can_be_short=can_be_short, typed=request.form)


def _file(content: bytes, label: str) -> Response:
    response = Response(content, mimetype="application/pdf")
    name = "-".join(filter(None, (alias_key(word) for word in re.split(r"\W+", label)))) or "carnet"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    response.headers["Cache-Control"] = "no-store"
    return response
