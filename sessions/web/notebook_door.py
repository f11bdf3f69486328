"""From the room to the notebook: who this phone is in the session decides which one."""

from typing import Any

from flask import Blueprint, redirect, render_template, request, session, url_for

from sessions.domain.messages import told
from sessions.domain.refusals import Refusal

from .identity import own_person
from .kept_here import OPEN, is_first_here, may_open, remember_keeper
from .notebook import ROOM, ask_for_code, page
from .serving import serving
from .too_big import too_big

notebook_door = Blueprint("notebook_door", __name__)
notebook_door.register_error_handler(413, too_big)
OLDER = "Ton carnet a aussi des choses d’autres séances. Pour l’ouvrir sur ce téléphone, tape son code."


@notebook_door.get("/r/<code>/carnet")
def enter(code: str) -> Any:
    """Open the notebook of who holds this phone in the room.

    What was given in this session opens to whoever is that person here. What is older opens only where the phone knows the notebook: a phone that is shared,
    or one that was reached by the short personal code, asks for the notebook's own.
    """
    live = serving().room.joining.find(code)
    person = own_person(live)
    if person is None:
        return redirect(url_for("phone.room", code=live.code))
    session[ROOM] = live.code
    session.pop(OPEN, None)
    book = serving().room.owning.open(person)
    if book is None:
        return page("notebook/rehearsal.html")
    if not may_open(book) and not serving().room.owning.is_all_of(book.id, live.id):
        return ask_for_code(why=OLDER)
    session[OPEN] = book.id
    response = redirect(url_for("notebook.read", number=book.id), 303)
    return remember_keeper(response, book.began_by) if is_first_here(person) else response


@notebook_door.post("/r/<code>/carnet/suivi")
def mark(code: str) -> Any:
    """Note how far an action has come, from the room before it begins."""
    live = serving().room.joining.find(code)
    person = own_person(live)
    book = serving().room.owning.written_by(person.id) if person else None
    if book is not None:
        serving().room.owning.mark(book.id, request.form.get("page", 0, int), request.form.get("key", ""), request.form.get("progress", ""))
    return redirect(url_for("phone.room", code=live.code), 303)


@notebook_door.errorhandler(Refusal)
def refused(refusal: Refusal) -> Any:
    return render_template("phone/enter.html", error=told(refusal), code=""), 404
