"""The counsellor's page, and its buttons as plain forms."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for

from sessions.domain.live_session import LiveSession
from sessions.domain.messages import told
from sessions.domain.refusals import Refusal
from workshop.exercises.forms import nest

from .access import allowed, token_for
from .serving import serving
from .too_big import too_big_at_the_desk

desk = Blueprint("desk", __name__)
desk.register_error_handler(413, too_big_at_the_desk)


@desk.get("/animer/<code>")
def page(code: str) -> Any:
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    fragment = serving().surfaces.desk(live.id)
    return render_template(
        "desk/page.html", live=live, fragment=fragment, token=token_for(live, "desk"), screen_url=url_for("screen.page", code=live.code)
    )


@desk.get("/animer/<code>/pour/<int:participant>")
def answer_for(code: str, participant: int) -> Any:
    """The current activity, to answer in the place of somebody without a phone."""
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    fragment = serving().surfaces.in_place_of(live.id, participant, url_for("desk.answered_for", code=live.code, participant=participant))
    with serving().room.store.read() as reads:
        person = reads.people.by_id(participant)
    return render_template("desk/answer_for.html", live=live, person=person, fragment=fragment)


@desk.post("/animer/<code>/pour/<int:participant>")
def answered_for(code: str, participant: int) -> Any:
    """Take that answer, by the same rules as any other."""
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    form = request.form
    answer = None if form.get("_pass") else nest((name, value) for name, value in form.items(multi=True) if not name.startswith("_"))
    wish = {"name": "answer_for", "expected_version": live.version, "participant": participant, "run": form.get("_run", ""), "part": form.get("_part", 0)}
    try:
        serving().room.desk_commands.command(live.id, wish | {"answer": answer})
    except Refusal as refusal:
        flash(told(refusal))
        return redirect(url_for("desk.answer_for", code=live.code, participant=participant), 303)
    if form.get("_goes_on") and answer:
        return redirect(url_for("desk.answer_for", code=live.code, participant=participant), 303)
    return redirect(url_for("desk.page", code=live.code), 303)


@desk.errorhandler(Refusal)
def refused(refusal: Refusal) -> Any:
    return render_template("phone/enter.html", error=told(refusal), code=""), 404


@desk.post("/animer/<code>/commande")
def command(code: str) -> Any:
    """A button pressed where no socket goes through. Numbers come as text; the commands' models read them."""
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    wish: dict[str, Any] = nest((name, value) for name, value in request.form.items(multi=True) if name != "csrf_token")
    wish["expected_version"] = int(wish["expected_version"]) if str(wish.get("expected_version")).isdecimal() else 0
    try:
        serving().room.desk_commands.command(live.id, wish)
    except Refusal as refusal:
        flash(told(refusal))
    return redirect(url_for("desk.page", code=live.code), 303)
