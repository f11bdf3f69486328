"""What was kept of one type as a page to send: who it is from is asked for now, printed, and forgotten.

Or as a page to print, for who has no printer: then it waits at the desk (`services/printing.py`).
"""

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, redirect, request, url_for
from flask_wtf.csrf import CSRFError

from sessions.domain.messages import told
from sessions.domain.notebook import keepsakes_in
from sessions.domain.printing import KEPT
from sessions.domain.refusals import Refusal
from sessions.reports.document_pdf import DocumentRefused, Header, TooLong, document_pdf
from sessions.reports.wording import PARIS, hour, long_day
from sessions.services.notebook_ports import Notebook
from workshop.exercises.keeping import Document, Keeping
from workshop.exercises.registry import exercise_types
from workshop.web.house import house

from .notebook import gone, own_notebook, page, person_here, stale
from .pdf_files import pdf_file
from .serving import serving
from .too_big import too_big

notebook_document = Blueprint("notebook_document", __name__)
notebook_document.register_error_handler(404, gone)
notebook_document.register_error_handler(413, too_big)
notebook_document.register_error_handler(CSRFError, stale)
FIELDS = ("name", "town", "phone", "email")


@notebook_document.route("/carnet/<int:number>/document/<name>", methods=["GET", "POST"])
def document(number: int, name: str) -> Any:
    """Ask for name, town, phone and e-mail, then give the PDF, or hand it to the desk."""
    book, keeping = own_notebook(number), _keeping(name)
    kept = keepsakes_in(one for one in serving().room.owning.pages(book.id) if one.type == name)
    if not kept:
        abort(404)
    if request.method == "GET":
        return _form(book, name)
    made = keeping.document(kept)
    try:
        header = Header(**{field: request.form.get(field, "")[:200] for field in FIELDS})
        content = _printed(made, header, is_short=bool(request.form.get("short") or request.form.get("print") == "short"))
        if not request.form.get("print"):
            return pdf_file(content, keeping.label, "attachment")
        serving().room.printing.hand_over(person_here(), book.id, name, content)
    except TooLong as refused:
        return _form(book, name, error=str(refused), can_be_short=refused.shortened is not None), 409
    except DocumentRefused as refused:
        return _form(book, name, error=str(refused)), 409
    except Refusal as refusal:
        return _form(book, name, error=told(refusal)), 409
    return redirect(url_for("notebook_document.document", number=number, name=name), 303)


@notebook_document.post("/carnet/<int:number>/document/<name>/reprendre")
def take_back(number: int, name: str) -> Any:
    """Have the page wait at the desk no longer."""
    book = own_notebook(number)
    _keeping(name)
    serving().room.printing.take_back(book.id, name)
    return redirect(url_for("notebook_document.document", number=number, name=name), 303)


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


def _form(book: Notebook, name: str, error: str = "", can_be_short: bool = False) -> Response:
    printing = serving().room.printing
    handed, why_not = printing.handed(book.id, name), printing.why_not(person_here(), book.id)
    return page(
        "notebook/document.html", book=book, name=name, label=_keeping(name).document_label, error=error, can_be_short=can_be_short, typed=request.form,
        handed_at=hour(handed.handed_at) if handed else "", until=_day_and_hour(handed.handed_at + KEPT) if handed else "",
        why_not=told(why_not) if why_not else "",
    )  # fmt: skip


def _day_and_hour(moment: datetime) -> str:
    return f"{long_day(moment.astimezone(PARIS).date())} à {hour(moment)}"
