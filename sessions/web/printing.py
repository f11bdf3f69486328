"""A page that somebody handed over, opened from the desk in the browser's own viewer, which prints."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for

from sessions.domain.live_session import LiveSession
from sessions.domain.messages import told
from sessions.domain.printing import print_label
from sessions.domain.refusals import Refusal

from .access import allowed
from .pdf_files import pdf_file
from .serving import serving

printing = Blueprint("printing", __name__)


@printing.get("/animer/<code>/imprimer/<key>")
def page(code: str, key: str) -> Any:
    live = allowed(code, "desk")
    if not isinstance(live, LiveSession):
        return live
    try:
        type_name, content = serving().room.printing.open(live.id, key)
    except Refusal as refusal:
        flash(told(refusal))
        return redirect(url_for("desk.page", code=live.code))
    response = pdf_file(content, print_label(type_name), "inline")
    # the policy for pages forbids what some browsers' own viewers are made of; a PDF holds no page
    response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
    return response


@printing.errorhandler(Refusal)
def refused(refusal: Refusal) -> Any:
    return render_template("phone/enter.html", error=told(refusal), code=""), 404
