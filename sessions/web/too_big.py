"""What is sent is too large by far: told in words, to the phone's script as to a plain form."""

from typing import Any

from flask import flash, jsonify, redirect, render_template, request, url_for

from sessions.domain.messages import told
from sessions.domain.refusals import Refusal


def too_big(_error: Exception) -> Any:
    """For learners, in the room and in the notebook."""
    refusal = Refusal("too_big")
    if request.is_json:
        return jsonify(ok=False, error=told(refusal), reason=refusal.key), 413
    return render_template("phone/too_big.html", error=told(refusal), back=_back()), 413


def too_big_at_the_desk(_error: Exception) -> Any:
    """The room goes on: the counsellor is back at the desk, which says what did not work."""
    flash("Ce que vous envoyez est beaucoup trop long. Rien n’a changé\u00a0: raccourcissez, puis recommencez.")
    return redirect(url_for("desk.page", code=request.view_args["code"]), 303)


def _back() -> str:
    place = request.view_args or {}
    if "code" in place:
        return url_for("phone.room", code=place["code"])
    return url_for("notebook.read", number=place["number"]) if "number" in place else url_for("notebook.mine")
