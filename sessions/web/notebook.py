"""« Mon carnet »: what one learner keeps, on that learner's own phone and nowhere else. Plain forms; the script only saves taps."""

from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, session, url_for
from flask_wtf.csrf import CSRFError

from sessions.domain.messages import told
from sessions.domain.notebook import chapters_of
from sessions.domain.people import Participant
from sessions.domain.refusals import Refusal
from sessions.reports.wording import PARIS, long_day
from sessions.services.notebook_ports import Notebook

from .guessing import guesses
from .identity import own_person
from .kept_here import OPEN, forget_keepers, is_first_here, keepers, may_open, remember_keeper
from .serving import serving
from .too_big import too_big

notebook = Blueprint("notebook", __name__)
notebook.register_error_handler(413, too_big)
ROOM = "seance"
"""The key in Flask's signed cookie: the code of the session that this phone came from."""


@notebook.get("/carnet")
def mine() -> Any:
    """The notebook of this phone; the question for a code where it knows none."""
    found = serving().room.owning.on_phone(keepers())
    opened = serving().room.owning.by_id(session[OPEN]) if session.get(OPEN) else None
    book = opened or next(iter(found), None)
    return _read(book) if book else ask_for_code()


@notebook.get("/carnet/<int:number>")
def read(number: int) -> Any:
    return _read(own_notebook(number))


@notebook.post("/carnet/code")
def by_code() -> Any:
    """Open a notebook by its code, on whichever phone; what was given in the session comes along."""
    try:
        if guesses.is_over(f"carnet:{request.remote_addr}"):
            raise Refusal("too_many")
        book = serving().room.owning.by_code(request.form.get("carnet", ""))
    except Refusal as refusal:
        return ask_for_code(error=told(refusal)), 409
    return go_on_with(book)


@notebook.post("/carnet/<int:number>/le-mien")
def take_up(number: int) -> Any:
    """Go on with another notebook that this phone knows."""
    return go_on_with(own_notebook(number))


@notebook.post("/carnet/<int:number>/pas-le-mien")
def part_from(number: int) -> Any:
    """Leave somebody else's notebook, with one's own answers of this session."""
    book, person = own_notebook(number), person_here()
    own = serving().room.owning.part_from(person) if person else None
    if own is None:
        return forget(number)
    session[OPEN] = own.id
    return forget_keepers(redirect(url_for("notebook.read", number=own.id), 303), book.began_by, own.began_by)


@notebook.post("/carnet/<int:number>/oublier")
def forget(number: int) -> Any:
    """Have this phone know the notebook no longer; its code still opens it."""
    book = own_notebook(number)
    session.pop(OPEN, None)
    return forget_keepers(redirect(url_for("notebook.mine"), 303), book.began_by)


@notebook.route("/carnet/<int:number>/effacer", methods=["GET", "POST"])
def erase(number: int) -> Any:
    """Delete the whole notebook, once asked again."""
    book = own_notebook(number)
    if request.method == "GET":
        return page("notebook/erase.html", book=book)
    last = serving().room.owning.erase(book.id)
    session.pop(OPEN, None)
    return forget_keepers(page("notebook/erased.html"), book.began_by, last)


@notebook.errorhandler(CSRFError)
def stale(_error: CSRFError) -> Any:
    return ask_for_code(error="Cette page a attendu trop longtemps. Ouvre ton carnet à nouveau, puis recommence."), 400


@notebook.errorhandler(404)
def gone(_error: Exception | None = None) -> Any:
    return ask_for_code(why="Cette page n’est plus là, ou ce téléphone ne connaît pas ce carnet. Tape le code du carnet pour l’ouvrir."), 404


def own_notebook(number: int) -> Notebook:
    """Return the notebook, if this phone may open it; 404 otherwise, whether it exists or not."""
    book = serving().room.owning.by_id(number)
    if book is None or not may_open(book):
        abort(404)
    return book


def person_here() -> Participant | None:
    """Return who this phone is in the session that it came from, or None."""
    if not session.get(ROOM):
        return None
    try:
        return own_person(serving().room.joining.find(session[ROOM]))
    except Refusal:
        return None


def go_on_with(book: Notebook) -> Response:
    """Open a notebook on this phone, and have the answers of the session kept in it."""
    person = person_here()
    if person is not None:
        serving().room.owning.go_on_with(person, book)
    session[OPEN] = book.id
    response = redirect(url_for("notebook.read", number=book.id), 303)
    return remember_keeper(response, book.began_by) if person is None or is_first_here(person) else response


def ask_for_code(error: str = "", why: str = "") -> Response:
    return page("notebook/code.html", error=error, why=why)


def page(template: str, **shown: Any) -> Response:
    """Return a page of the notebook; no browser keeps it, for the phone may be handed on."""
    room = url_for("phone.room", code=session[ROOM]) if session.get(ROOM) else ""
    response = Response(render_template(template, room=room, **shown))
    response.headers["Cache-Control"] = "no-store"
    return response


def _read(book: Notebook) -> Response:
    owning = serving().room.owning
    owning.see(book)
    person = person_here()
    writes_here = person is not None and owning.written_by(person.id) == book
    return page(
        "notebook/read.html", book=book, chapters=chapters_of(owning.pages(book.id)), day=lambda moment: long_day(moment.astimezone(PARIS).date()),
        others=[other for other in owning.on_phone(keepers()) if other.id != book.id], came_back=writes_here and book.began_by != person.id,
    )  # fmt: skip
