"""The projector's page."""

from typing import Any

from flask import Blueprint, render_template

from sessions.domain.live_session import LiveSession

from .access import allowed, token_for
from .serving import serving

screen = Blueprint("screen", __name__)


@screen.get("/ecran/<code>")
def page(code: str) -> Any:
    live = allowed(code, "screen")
    if not isinstance(live, LiveSession):
        return live
    fragment = serving().surfaces.screen(live.id)
    return render_template("screen/page.html", live=live, fragment=fragment, token=token_for(live, "screen"))
