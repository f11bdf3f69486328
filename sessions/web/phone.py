"""The phone's pages and plain forms. With JavaScript the same things travel by socket; without it nothing is missing but the liveliness."""

from typing import Any

from flask import Blueprint, Response, jsonify, redirect, render_template, request, url_for

from sessions.domain.codes import typed_code
from sessions.domain.live_session import LiveSession
from sessions.domain.messages import told
from sessions.domain.people import Participant
from sessions.domain.refusals import Refusal
from sessions.domain.states import LiveState
from workshop.exercises.contract import AnswerRefused
from workshop.exercises.forms import nest
from workshop.web.setup import is_new
from workshop.web.signed_in import signed_in_counsellor

from .guessing import guesses
from .identity import own_person, remember, token_of
from .kept_here import keepers, remember_keeper
from .serving import serving
from .too_big import too_big

phone = Blueprint("phone", __name__)
phone.register_error_handler(413, too_big)


@phone.get("/")
def enter() -> Any:
    """The code, typed by hand; for a signed-in counsellor, the office; on a new server, the first-run page."""
    if request.args.get("code"):
        return redirect(url_for("phone.room", code=typed_code(request.args["code"]) or "vide"))
    if signed_in_counsellor() is not None:
        return redirect(url_for("library.home"))
    if is_new():
        return redirect(url_for("setup.install"))
    return render_template("phone/enter.html", error=None, code="")


@phone.get("/r/<code>")
@phone.get("/r/<code>/rejoindre", endpoint="joined")
def room(code: str) -> Any:
    """The room for who is in it; the join page for who is not. Without JavaScript who has just come in stays at the second address."""
    clean = typed_code(code)
    if clean != code:
        return redirect(url_for("phone.room", code=clean or "vide"))
    try:
        live = serving().room.joining.find(code)
    except Refusal as refusal:
        return render_template("phone/enter.html", error=told(refusal), code=code), 404
    person = own_person(live)
    if person is None:
        return _join_page(live)
    return _room_page(live, person)


@phone.post("/r/<code>/rejoindre")
def join(code: str) -> Any:
    """Come in under an alias; on a shared phone, beside those who are there."""
    live = _live(code)
    here = own_person(live)
    beside = here if request.form.get("partage") else None
    try:
        if here and not beside:
            serving().room.joining.come_again(here, request.form.get("alias", "")[:200])
            return redirect(url_for("phone.room", code=code), 303)
        person = serving().room.joining.join(code, request.form.get("alias", "")[:200], device=beside.device if beside else "")
    except Refusal as refusal:
        return _join_page(live, error=told(refusal), alias=request.form.get("alias", ""), sharing=beside is not None), 409
    known = serving().room.owning.recognise(person, keepers())
    # the room itself and no redirect to it: on a slow network that is a whole round trip; the script then puts the room's address in the bar
    response = remember(_room_page(live, person), code, person)
    return response if beside else remember_keeper(response, known.began_by if known else person.id)


@phone.get("/r/<code>/partager")
def share(code: str) -> Any:
    """Ask the name of one more person on this phone."""
    return _join_page(_live(code), sharing=True)


@phone.post("/r/<code>/reprendre")
def resume(code: str) -> Any:
    """Be the same person again, by the personal code, on this phone or another."""
    live = _live(code)
    try:
        if guesses.is_over(f"{live.id}:{request.remote_addr}"):
            raise Refusal("too_many")
        person = serving().room.joining.resume(code, request.form.get("personnel", ""))
    except Refusal as refusal:
        return _join_page(live, error=told(refusal)), 409
    return remember(redirect(url_for("phone.room", code=code), 303), code, person)


@phone.post("/r/<code>/changer")
def switch(code: str) -> Any:
    """Hand the phone to another of those who share it."""
    live = _live(code)
    person = own_person(live)
    response = redirect(url_for("phone.room", code=code), 303)
    wanted = next((mate for mate in _mates(live, person) if str(mate.id) == request.form.get("qui")), None)
    return remember(response, code, wanted) if wanted else response


@phone.post("/r/<code>/reponse")
def answer(code: str) -> Any:
    """The form of an activity: an answer, a pass or "je suis perdu"."""
    live = _live(code)
    person = own_person(live)
    if person is None:
        return redirect(url_for("phone.room", code=code), 303)
    form = request.form
    try:
        if form.get("_signal"):
            serving().room.answering.signal(live.id, person.id, form["_signal"], raised=form.get("_raised") != "no")
        else:
            _submit(live, person, form.get("_run", ""), form.get("_part", "0"), form.get("_id", ""), _fields() if not form.get("_pass") else None)
    except (Refusal, AnswerRefused) as refused:
        error = told(refused) if isinstance(refused, Refusal) else str(refused)
        return _room_page(live, person, error=error), 409
    # what goes on stays in its place until the person goes on to another question
    return redirect(url_for("phone.room", code=code, partie=form.get("_part") if form.get("_goes_on") else None), 303)


@phone.post("/r/<code>/envoi")
def send(code: str) -> Any:
    """The same as the socket's `submit_answer`, for a network that lets no socket through; JSON in, JSON out."""
    live = _live(code)
    data = request.get_json(silent=True) or {}
    other = serving().tokens.read(data.get("token"), "phone")
    person_id = other.participant_id if other and other.live_id == live.id else getattr(own_person(live), "id", None)
    if person_id is None:
        return jsonify(ok=False, error=told(Refusal("who")), reason="who"), 403
    try:
        raw = None if data.get("pass") is True else data.get("answer", {})
        serving().room.answering.submit(live.id, person_id, str(data.get("run", ""))[:24], data.get("part", 0), data.get("client_answer_id", ""), raw)
    except Refusal as refusal:
        return jsonify(ok=False, error=told(refusal), reason=refusal.key)
    except AnswerRefused as refused:
        return jsonify(ok=False, error=str(refused), reason="refused")
    return jsonify(ok=True)


@phone.get("/r/<code>/maintenant")
def now(code: str) -> Any:
    """The same as the socket's `sync`, for a network that lets no socket through."""
    live = _live(code)
    person = own_person(live)
    if person is None:
        return jsonify(ok=False, error=told(Refusal("who")), reason="who"), 403
    fragment = serving().surfaces.phone(live.id, person.id, request.args.get("partie", type=int))
    return jsonify(ok=True, version=fragment.version, html=fragment.html)


@phone.errorhandler(Refusal)
def refused(refusal: Refusal) -> Any:
    return render_template("phone/enter.html", error=told(refusal), code=""), 404


def _live(code: str) -> LiveSession:
    return serving().room.joining.find(code)


def _mates(live: LiveSession, person: Participant | None) -> list[Participant]:
    if person is None:
        return []
    with serving().room.store.read() as reads:
        return reads.people.on_device(live.id, person.device)


def _fields() -> dict[str, Any]:
    return nest((name, value) for name, value in request.form.items(multi=True) if not name.startswith("_"))


def _submit(live: LiveSession, person: Participant, run: str, part: str, answer_id: str, raw: dict[str, Any] | None) -> None:
    place = int(part) if part.isdecimal() else -1
    serving().room.answering.submit(live.id, person.id, run, place, answer_id or serving().room.world.new_id(), raw)


def _join_page(live: LiveSession, error: str | None = None, alias: str = "", sharing: bool = False) -> Response | str:
    suggestion = "" if live.state is LiveState.ENDED else serving().room.joining.suggested_alias(live.code)
    names = serving().room.owning.names_here(live.id, keepers())
    closed = told(Refusal("ended")) if live.state is LiveState.ENDED else told(Refusal("locked")) if live.is_locked else ""
    return render_template("phone/join.html", live=live, error=error, alias=alias, suggestion=suggestion, sharing=sharing, closed=closed, names=names)


def _room_page(live: LiveSession, person: Participant, error: str | None = None) -> Response:
    fragment = serving().surfaces.phone(live.id, person.id, request.args.get("partie", type=int))
    page = render_template(
        "phone/room.html", live=live, person=person, mates=_mates(live, person), fragment=fragment, token=token_of(person), error=error
    )
    response = Response(page)
    # the browser's back button must ask the server again: what it kept may be an activity of half an hour ago
    response.headers["Cache-Control"] = "no-store"
    return response
