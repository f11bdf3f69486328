"""The counsellor's page, and its buttons as plain forms."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for

from sessions.domain.live_session import LiveSession
from sessions.domain.messages import told
from sessions.domain.refusals import Refusal
from workshop.exercises.forms import nest

from .access import allowed, token_for
from .serving import serving

desk = Blueprint("desk", __name__)


@desk.get("/animer/<code>")
def page(code: str) -> Any:
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    fragment = serving().surfaces.desk(live.id)
    return render_template(
        "desk/page.html", live=live, fragment=fragment, token=token_for(live, "desk"), screen_url=url_for("screen.page", code=live.code)
    )


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
